-- What articles name, by value: for searches by ticker and event, and for suggestions while a query is typed.
CREATE INDEX article_entity_ticker ON article_entity (ticker, article_id);
CREATE INDEX article_event_event ON article_event (event, article_id);
