-- Alerts. A rule is kept as its text; desk/alertrule.h says how it is read.
CREATE TABLE alert_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    rule TEXT NOT NULL,
    made INTEGER NOT NULL,
    beyond INTEGER NOT NULL DEFAULT 0 -- its stream of articles crosses now: it fires again after it was within
);

-- Articles that rules have not seen as they are now. A firing is stored in the transaction that removes its article
-- from here. (No two tables with row numbers have the same columns: pages of a damaged store are told by them.)
CREATE TABLE alert_due (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    received INTEGER NOT NULL,
    reason TEXT NOT NULL -- new, changed
);
-- New: it has come into a story. Changed: its new words were analysed. An analysis of the same words, and a story
-- that is merged or split, makes no news.
CREATE TRIGGER article_alert_due AFTER UPDATE OF story_id, mode ON article
WHEN new.story_id IS NOT NULL AND new.mode <> '' AND (old.story_id IS NULL OR old.mode = '')
BEGIN
    INSERT OR IGNORE INTO alert_due (article_id, received, reason)
    VALUES (new.id, new.received, CASE WHEN old.story_id IS NULL THEN 'new' ELSE 'changed' END);
END;

CREATE TABLE firing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule_id INTEGER REFERENCES alert_rule(id) ON DELETE SET NULL,
    rule_name TEXT NOT NULL,
    rule TEXT NOT NULL, -- as it stood
    class INTEGER NOT NULL, -- 0 info, 1 high, 2 critical
    story_id INTEGER, -- nothing: of the rule's whole stream
    at INTEGER NOT NULL,
    title TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    acknowledged INTEGER,
    delivered INTEGER -- nothing: it waits
);
CREATE INDEX firing_story ON firing (rule_id, story_id, id);
CREATE INDEX firing_open ON firing (class, id) WHERE acknowledged IS NULL;
CREATE INDEX firing_waiting ON firing (id) WHERE delivered IS NULL;

-- The articles of a firing as they were then, in words, whatever becomes of them.
CREATE TABLE firing_article (
    id INTEGER PRIMARY KEY,
    firing_id INTEGER NOT NULL REFERENCES firing(id) ON DELETE CASCADE,
    article_id INTEGER REFERENCES article(id) ON DELETE SET NULL,
    fired INTEGER NOT NULL, -- 0: of the same story, held back
    at INTEGER NOT NULL,
    data TEXT NOT NULL -- revision, title, source, times, scores, clauses with their spans, versions
);
CREATE INDEX firing_article_firing ON firing_article (firing_id, id);
CREATE INDEX firing_article_article ON firing_article (article_id) WHERE article_id IS NOT NULL;

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    firing_id INTEGER REFERENCES firing(id) ON DELETE CASCADE, -- nothing: of many together
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    done INTEGER NOT NULL,
    title TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX delivery_firing ON delivery (firing_id);

CREATE TABLE watchlist (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    position INTEGER NOT NULL
);
CREATE TABLE watchlist_member (
    watchlist_id INTEGER NOT NULL REFERENCES watchlist(id) ON DELETE CASCADE,
    kind TEXT NOT NULL, -- entity, ticker, topic, word
    value TEXT NOT NULL COLLATE NOCASE,
    position INTEGER NOT NULL,
    PRIMARY KEY (watchlist_id, kind, value)
) WITHOUT ROWID;

-- What a later article did to an accepted decision; the last row is its state. Without any it is open.
CREATE TABLE decision_change (
    id INTEGER PRIMARY KEY,
    ledger_id INTEGER NOT NULL REFERENCES ledger(id) ON DELETE CASCADE,
    state TEXT NOT NULL, -- triggered, review, expired
    at INTEGER NOT NULL,
    article_id INTEGER REFERENCES article(id) ON DELETE SET NULL, -- nothing: time alone did it
    title TEXT NOT NULL DEFAULT '',
    sentence TEXT NOT NULL DEFAULT '',
    clause TEXT NOT NULL DEFAULT '' -- the query that was met
);
CREATE INDEX decision_change_ledger ON decision_change (ledger_id, id);

-- Counts every change of what rules are made from: who keeps them ready reads them again when it has moved.
CREATE TABLE alert_edits (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    edits INTEGER NOT NULL,
    what TEXT NOT NULL
);
INSERT INTO alert_edits VALUES (1, 0, 'alerts');
CREATE TRIGGER alert_rule_added AFTER INSERT ON alert_rule BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER alert_rule_changed AFTER UPDATE OF name, rule ON alert_rule BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER alert_rule_gone AFTER DELETE ON alert_rule BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER watchlist_added AFTER INSERT ON watchlist BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER watchlist_changed AFTER UPDATE ON watchlist BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER watchlist_gone AFTER DELETE ON watchlist BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER member_added AFTER INSERT ON watchlist_member BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER member_gone AFTER DELETE ON watchlist_member BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER search_added AFTER INSERT ON saved_search BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER search_changed AFTER UPDATE ON saved_search BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER search_gone AFTER DELETE ON saved_search BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER ledger_added AFTER INSERT ON ledger BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER ledger_gone AFTER DELETE ON ledger BEGIN UPDATE alert_edits SET edits = edits + 1; END;
CREATE TRIGGER decision_changed AFTER INSERT ON decision_change BEGIN UPDATE alert_edits SET edits = edits + 1; END;
