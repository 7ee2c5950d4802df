-- A store of schema 7, made by make.sh; never changed after that.
PRAGMA page_size = 4096;
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
, next_fetch INTEGER, interval INTEGER NOT NULL DEFAULT 60, ttl INTEGER NOT NULL DEFAULT 0, skip_hours INTEGER NOT NULL DEFAULT 0, skip_days INTEGER NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0, full_text INTEGER NOT NULL DEFAULT 0, content INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0, first_received INTEGER);
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
    starred INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    sort_published INTEGER GENERATED ALWAYS AS (coalesce(published, received)) VIRTUAL, hidden INTEGER NOT NULL DEFAULT 0, read_at INTEGER, story_id INTEGER, novelty INTEGER,
    UNIQUE (source_id, identity)
);
CREATE INDEX article_published ON article (sort_published DESC, id DESC);
CREATE INDEX article_starred ON article (starred) WHERE starred = 1;
CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    received INTEGER NOT NULL
, superseded INTEGER NOT NULL DEFAULT 0);
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
CREATE TABLE table_mapping (
    header TEXT PRIMARY KEY,
    mapping TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE watched_file (
    path TEXT PRIMARY KEY,
    modified INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content = 'article', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE listing (
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (source_id, folder, title)
) WITHOUT ROWID;
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
CREATE TABLE view_seen (
    query TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) WITHOUT ROWID;
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
CREATE INDEX revision_superseded ON revision (superseded);
CREATE TABLE retention (
    source_id INTEGER PRIMARY KEY,
    days INTEGER, -- since an article was received; nothing: as long as there is room
    articles INTEGER -- the newest of a source; nothing: all
);
CREATE TABLE removed (
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    identity TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (source_id, identity)
) WITHOUT ROWID;
CREATE TABLE story (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    articles INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL DEFAULT 0,
    merged_into INTEGER REFERENCES story(id) -- nothing: it stands by itself
);
CREATE INDEX story_merged ON story (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX article_story ON article (story_id, source_name, source_id) WHERE story_id IS NOT NULL;
CREATE INDEX article_unplaced ON article (id) WHERE story_id IS NULL AND mode <> '';
CREATE TABLE story_feature (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX story_feature_at ON story_feature (at);
CREATE TABLE story_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL, -- merge, split
    by_hand INTEGER NOT NULL,
    story INTEGER NOT NULL REFERENCES story(id), -- the one that ended (merge) or was split
    other INTEGER NOT NULL REFERENCES story(id), -- the one it became part of, or that began
    articles TEXT NOT NULL, -- ids that moved, as a JSON list
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX story_change_story ON story_change (story);
CREATE INDEX article_entity_ticker ON article_entity (ticker, article_id);
CREATE INDEX article_event_event ON article_event (event, article_id);
CREATE TABLE unread (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE
);
CREATE INDEX article_decided ON article (id) WHERE decisions > 0;
CREATE INDEX article_received ON article (received DESC, id DESC, source_id);
CREATE INDEX article_impact ON article (impact DESC, id DESC) WHERE impact >= 0;
CREATE INDEX article_unscored ON article (impact, id) WHERE impact < 0;
CREATE TABLE entity_name (
    name TEXT NOT NULL COLLATE NOCASE,
    entity TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (name, entity)
) WITHOUT ROWID;
CREATE TABLE author_name (
    name TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE INDEX article_source_name ON article (source_name) WHERE source_name <> '';
INSERT INTO source (id, kind, url, title, site, folder, etag, last_modified, last_fetched, last_succeeded, last_error, failures, weight) VALUES
    (1, 0, 'https://wire.example/feed', 'Wire', 'https://wire.example', 'News/Markets', '"e1"', 'Tue, 03 Mar 2026 08:00:00 GMT', 1795000000, 1795000000, '', 0, 0.9),
    (2, 0, 'https://bank.example/rss', 'Zentralbank Überblick', '', '', '', '', 1795000000, NULL, 'the server does not answer', 4, 0.8),
    (7, 1, 'file:/news/harbour.txt', 'harbour.txt', '', '', '', '', NULL, NULL, '', 0, 0.8);
INSERT INTO article (id, source_id, identity, guid, title, body, url, source_name, author, language, categories, warnings, published, received, fingerprint, revisions, impact, sentiment, label, mode, decisions, topics, starred, note) VALUES
    (1, 1, 'a', 'urn:a', 'Tanker seized near the strait', 'A tanker was seized. Insurers raised their rates.', 'https://wire.example/a', 'Wire', 'J. Doe', 'en', '["Shipping"]', '[]', 1794990000, 1795000000, 11, 1, 0.71, -0.4, 'negative', 'news', 2, '["Shipping"]', 1, 'Ask the desk about premiums.'),
    (2, 1, 'b', '', 'Copper output falls', 'The mine said output fell 12% in May.', '', 'Wire', '', 'en', '[]', '["the date was missing"]', NULL, 1795000100, -9223372036854775807, 0, 0.52, -0.2, 'mildly negative', 'news', 0, '["Metals"]', 0, ''),
    (3, 2, 'c', 'x'' OR ''1', 'Währungshüter lassen den Leitzins unverändert', 'Der Rat entschied einstimmig. 日本語 и кириллица.', 'https://bank.example/c?a=1&b=2', 'Bank', 'Rat', 'de', '[]', '[]', 1795000050, 1795000200, 13, 0, -1, NULL, '', '', 0, '[]', 0, ''),
    (4, 7, 'd', '', '', 'Only a body.', '', '', '', '', '[]', '[]', 4102444800, 1795000300, 14, 0, 0, 0, 'neutral', 'opinion', 0, '[]', 0, ''),
    -- longer than a page
    (90, 7, 'long', '', 'A long report', replace(hex(zeroblob(30000)), '00', 'barrel '), '', '', '', 'en', '[]', '[]', 1795000400, 1795000400, 15, 0, 0.3, 0.1, 'neutral', 'news', 0, '[]', 1, ''),
    (9000000000, 1, 'far', '', 'Far id', 'An id beyond 32 bits.', '', '', '', 'en', '[]', '[]', 1795000500, 1795000500, 16, 0, 0.1, 0, 'neutral', 'news', 0, '[]', 0, 'kept');
INSERT INTO revision (id, article_id, title, body, fingerprint, received) VALUES
    (1, 1, 'Tanker stopped near the strait', 'A tanker was stopped.', 10, 1794990100);
INSERT INTO analysis (article_id, analysed, engine, pack, data) VALUES
    (1, 1795000010, '0.1', 'p1', '{"mode":"news"}'), (2, 1795000110, '0.1', 'p1', '{"mode":"news"}'), (90, 1795000410, '0.1', 'p1', '{}');
INSERT INTO article_topic VALUES (1, 'Shipping', 0.9), (1, 'Oil & Gas', 0.4), (2, 'Metals', 0.8);
INSERT INTO article_entity VALUES (1, 'country:ir', 'Iran', '', 80, -0.4), (2, 'company:mine', 'The Mine', 'MNE', 100, -0.2);
INSERT INTO article_event VALUES (1, 'shipping.seizure', 1), (2, 'output.cut', 0.8);
INSERT INTO ledger (id, article_id, decision, frozen, accepted) VALUES (1, 1, 0, '{"decisions":[{"title":"Long freight"}]}', 1795000600);
UPDATE source SET next_fetch = 1795003600, interval = 15, ttl = 30, skip_hours = 7, skip_days = 65, full_text = 1, content = -5 WHERE id = 1;
UPDATE source SET gone = 1 WHERE id = 2;
INSERT INTO fetch (id, source_id, at, status, bytes, millis, added, revised, message) VALUES
    (1, 1, 1795000000, 200, 4096, 80, 3, 0, ''), (2, 2, 1795000000, 0, 0, 20000, 0, 0, 'the server does not answer'),
    (3, 2, 1795001000, 410, 0, 40, 0, 0, 'gone for good');
INSERT INTO table_mapping VALUES ('date;head;text', 'delimiter=semicolon columns=published,title,body');
INSERT INTO watched_file VALUES ('/news/harbour.txt', 1795000300, 12), ('/news/ünï.csv', 1, 0);
INSERT INTO listing VALUES (1, 'News/Markets', 'Wire'), (1, 'Shipping', 'The Wire'), (2, '', 'Zentralbank Überblick');
UPDATE article SET read_at = 1795000700 WHERE id = 1;
UPDATE article SET hidden = 1 WHERE id = 4;
INSERT INTO label VALUES (1, 'Freight'), (2, 'Für später');
INSERT INTO article_label VALUES (1, 1), (1, 9000000000), (2, 3);
INSERT INTO saved_search VALUES (1, 'Metals today', 'topic:Metals published:today', 1);
INSERT INTO view_seen VALUES ('', 1795000800), ('topic:Metals', 1795000000);
INSERT INTO past_analysis VALUES (1, 1, 1794990200, 1795000010, '{"mode":"news"}');
UPDATE revision SET superseded = 1795000000 WHERE id = 1;
INSERT INTO retention VALUES (0, 365, NULL), (7, NULL, 1000);
INSERT INTO removed VALUES (1, 'gone', 1795000900);
INSERT INTO story (id, articles, sources, merged_into) VALUES (1, 2, 2, NULL), (2, 0, 0, 1);
UPDATE article SET story_id = 1, novelty = 100 WHERE id = 1;
UPDATE article SET story_id = 1, novelty = 35 WHERE id = 3;
INSERT INTO story_feature VALUES (1, 1794990000, X'0102FF'), (3, 1794990600, X'');
INSERT INTO story_change (id, at, kind, by_hand, story, other, articles, undone) VALUES (1, 1795000950, 'merge', 1, 2, 1, '[3]', 0);
INSERT INTO unread VALUES (2), (3), (90), (9000000000);
UPDATE article SET impact = -2 WHERE id = 4;
UPDATE source SET articles = 3, first_received = 1795000000 WHERE id = 1;
UPDATE source SET articles = 1, first_received = 1795000200 WHERE id = 2;
UPDATE source SET articles = 2, first_received = 1795000300 WHERE id = 7;
INSERT INTO entity_name VALUES ('Zürich Insurance', 'company:ZURN');
INSERT INTO author_name VALUES ('A. Writer');
INSERT INTO story (id, articles, sources) VALUES (20, 1, 1);
UPDATE article SET story_id = 20, novelty = 100 WHERE id = 2 AND story_id IS NULL;
INSERT INTO ledger (id, article_id, decision, frozen, accepted) VALUES (70, 1, 4, '{"decisions":[]}', 1795000950);
INSERT INTO search (search) VALUES ('rebuild');
PRAGMA application_id = 1279607108;
PRAGMA user_version = 7;
