-- Refresh: what each source says and shows of its rhythm, and a log of its fetches.
ALTER TABLE source ADD COLUMN next_fetch INTEGER; -- nothing: as soon as possible
ALTER TABLE source ADD COLUMN interval INTEGER NOT NULL DEFAULT 60; -- minutes, learned from its entries
ALTER TABLE source ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0; -- minutes the source asks to wait; 0: it does not
ALTER TABLE source ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0; -- bit 0: 00:00 to 00:59 UTC
ALTER TABLE source ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0; -- bit 0: Sunday
ALTER TABLE source ADD COLUMN gone INTEGER NOT NULL DEFAULT 0; -- the server said 410
ALTER TABLE source ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0; -- fetch the page of each new entry
ALTER TABLE source ADD COLUMN content INTEGER NOT NULL DEFAULT 0; -- hash of the last answer's bytes

CREATE TABLE fetch (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    status INTEGER NOT NULL, -- of HTTP; 0 where no server answered
    bytes INTEGER NOT NULL,
    millis INTEGER NOT NULL,
    added INTEGER NOT NULL,
    revised INTEGER NOT NULL,
    message TEXT NOT NULL -- plain; empty when all went well
);
CREATE INDEX fetch_source ON fetch (source_id, id);

-- Articles are listed before they are analysed.
CREATE INDEX article_pending ON article (id) WHERE mode = '';

-- The columns of tables as the analyst set them, by the table's header row.
CREATE TABLE table_mapping (
    header TEXT PRIMARY KEY,
    mapping TEXT NOT NULL
) WITHOUT ROWID;

-- What was read of watched folders: a file is read again when its time or size differs.
CREATE TABLE watched_file (
    path TEXT PRIMARY KEY,
    modified INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) WITHOUT ROWID;

-- Every trigger that writes to the index makes FTS5 write out all it holds: three times slower for many articles.
-- The store's code keeps the index instead. The prefix indexes cost more than half of the rest and served few
-- queries; a larger hash table makes larger segments.
DROP TRIGGER article_insert;
DROP TRIGGER article_delete;
DROP TRIGGER article_update;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content = 'article', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
INSERT INTO search (search, rank) VALUES ('automerge', 16);
INSERT INTO search (search) VALUES ('rebuild');
