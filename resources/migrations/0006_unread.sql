-- What is unread stands apart from the articles: marking many, wherever they are, writes a few pages and not every
-- article. When one was read is known of those that were opened.
CREATE TABLE unread (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE
);
INSERT INTO unread SELECT id FROM article WHERE read = 0 ORDER BY id;
DROP INDEX article_unread;
ALTER TABLE article DROP COLUMN read;

-- What lists of sources tell is kept with them, and the order of receipt knows the source: no list counts articles.
ALTER TABLE source ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN first_received INTEGER; -- of the articles there are
UPDATE source SET articles = (SELECT count(*) FROM article a WHERE a.source_id = source.id),
    first_received = (SELECT min(a.received) FROM article a WHERE a.source_id = source.id);
CREATE INDEX article_decided ON article (id) WHERE decisions > 0;
DROP INDEX article_received;
CREATE INDEX article_received ON article (received DESC, id DESC, source_id);
-- Articles without an impact have their own place, at the end of the order of impact: -1 while they wait for their
-- analysis, -2 when there is none of their kind. It is where those that wait are found, too.
UPDATE article SET impact = -1 WHERE mode = '';
UPDATE article SET impact = -2 WHERE mode <> '' AND impact < 0;
DROP INDEX article_pending;
DROP INDEX article_impact;
CREATE INDEX article_impact ON article (impact DESC, id DESC) WHERE impact >= 0;
CREATE INDEX article_unscored ON article (impact, id) WHERE impact < 0;
