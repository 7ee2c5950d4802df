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
DROP INDEX article_received;
CREATE INDEX article_received ON article (received DESC, id DESC, source_id);
