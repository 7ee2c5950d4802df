-- What the analyst does with articles, the searches kept, what was seen of a view, and what analyses said before.
ALTER TABLE article ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0; -- in no list but those that ask for it
ALTER TABLE article ADD COLUMN read_at INTEGER; -- when it was last marked read; nothing while it is unread
CREATE INDEX article_read_at ON article (read_at DESC, id DESC) WHERE read_at IS NOT NULL;
CREATE INDEX article_hidden ON article (id) WHERE hidden = 1;

CREATE TABLE label (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE
);
CREATE TABLE article_label (
    label_id INTEGER NOT NULL REFERENCES label(id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    PRIMARY KEY (label_id, article_id)
) WITHOUT ROWID;
CREATE INDEX article_label_article ON article_label (article_id);

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    query TEXT NOT NULL,
    position INTEGER NOT NULL
);

-- Up to when a view, known by the query it shows, was looked at.
CREATE TABLE view_seen (
    query TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) WITHOUT ROWID;

-- Analyses that a newer one, or a newer text, took the place of.
CREATE TABLE past_analysis (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    analysed INTEGER NOT NULL,
    superseded INTEGER NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX past_analysis_article ON past_analysis (article_id, analysed);
CREATE INDEX past_analysis_superseded ON past_analysis (superseded);
CREATE INDEX analysis_analysed ON analysis (analysed);

-- When the text after it was received. Of older rows it follows from the next one.
ALTER TABLE revision ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
UPDATE revision SET superseded = coalesce(
    (SELECT min(n.received) FROM revision n WHERE n.article_id = revision.article_id AND n.id > revision.id),
    (SELECT a.received FROM article a WHERE a.id = revision.article_id));
CREATE INDEX revision_superseded ON revision (superseded);

-- What need not be kept for ever. The rule of a source goes before the one for all (source 0).
CREATE TABLE retention (
    source_id INTEGER PRIMARY KEY,
    days INTEGER, -- since an article was received; nothing: as long as there is room
    articles INTEGER -- the newest of a source; nothing: all
);
-- Articles that a rule removed, so that the next fetch does not bring them back.
CREATE TABLE removed (
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    identity TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (source_id, identity)
) WITHOUT ROWID;
