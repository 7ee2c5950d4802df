-- The names there are, so that a search for one looks through them and not through the articles. One that no article
-- has any longer does no harm.
CREATE TABLE entity_name (
    name TEXT NOT NULL COLLATE NOCASE,
    entity TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (name, entity)
) WITHOUT ROWID;
INSERT OR IGNORE INTO entity_name SELECT name, entity FROM article_entity;
CREATE TABLE author_name (
    name TEXT PRIMARY KEY
) WITHOUT ROWID;
INSERT OR IGNORE INTO author_name SELECT author FROM article WHERE author <> '';
CREATE INDEX article_source_name ON article (source_name) WHERE source_name <> '';
