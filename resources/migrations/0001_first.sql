-- The first store. Times are Unix seconds, UTC. Texts are UTF-8; spans in analyses are byte offsets into title
-- and body as they stand here.

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    site TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    last_fetched INTEGER,
    last_succeeded INTEGER,
    last_error TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0,
    weight REAL NOT NULL DEFAULT 0.8
);

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id),
    identity TEXT NOT NULL,
    guid TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    url TEXT NOT NULL DEFAULT '',
    source_name TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    categories TEXT NOT NULL DEFAULT '[]',
    warnings TEXT NOT NULL DEFAULT '[]',
    published INTEGER,
    received INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    revisions INTEGER NOT NULL DEFAULT 0,
    -- from the newest analysis; impact is -1 where there is none, so that it sorts last
    impact REAL NOT NULL DEFAULT -1,
    sentiment REAL,
    label TEXT NOT NULL DEFAULT '',
    mode TEXT NOT NULL DEFAULT '',
    decisions INTEGER NOT NULL DEFAULT 0,
    topics TEXT NOT NULL DEFAULT '[]',
    -- states
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    sort_published INTEGER GENERATED ALWAYS AS (coalesce(published, received)) VIRTUAL,
    UNIQUE (source_id, identity)
);
CREATE INDEX article_impact ON article (impact DESC, id DESC);
CREATE INDEX article_published ON article (sort_published DESC, id DESC);
CREATE INDEX article_received ON article (received DESC, id DESC);
CREATE INDEX article_unread ON article (read) WHERE read = 0;
CREATE INDEX article_starred ON article (starred) WHERE starred = 1;

CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    received INTEGER NOT NULL
);
CREATE INDEX revision_article ON revision (article_id);

CREATE TABLE analysis (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    analysed INTEGER NOT NULL,
    engine TEXT NOT NULL,
    pack TEXT NOT NULL,
    data TEXT NOT NULL
);

CREATE TABLE article_topic (
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    topic TEXT NOT NULL COLLATE NOCASE,
    score REAL NOT NULL,
    PRIMARY KEY (article_id, topic)
) WITHOUT ROWID;
CREATE INDEX article_topic_topic ON article_topic (topic, article_id);

CREATE TABLE article_entity (
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    entity TEXT NOT NULL COLLATE NOCASE,
    name TEXT NOT NULL COLLATE NOCASE,
    ticker TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
    relevance INTEGER NOT NULL,
    sentiment REAL NOT NULL,
    PRIMARY KEY (article_id, entity)
) WITHOUT ROWID;
CREATE INDEX article_entity_name ON article_entity (name, article_id);

CREATE TABLE article_event (
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    certainty REAL NOT NULL,
    PRIMARY KEY (article_id, event)
) WITHOUT ROWID;

CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id),
    decision INTEGER NOT NULL,
    frozen TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    UNIQUE (article_id, decision)
);

CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content = 'article', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE TRIGGER article_insert AFTER INSERT ON article BEGIN
    INSERT INTO search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER article_delete AFTER DELETE ON article BEGIN
    INSERT INTO search (search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER article_update AFTER UPDATE OF title, body ON article BEGIN
    INSERT INTO search (search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
    INSERT INTO search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
