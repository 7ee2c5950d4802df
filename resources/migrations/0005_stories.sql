-- Stories: which articles tell the same event. Ids are permanent: one that became part of an older one stays as
-- its other name.
CREATE TABLE story (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    articles INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL DEFAULT 0,
    merged_into INTEGER REFERENCES story(id) -- nothing: it stands by itself
);
CREATE INDEX story_merged ON story (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE article ADD COLUMN story_id INTEGER; -- nothing until it is analysed and placed
ALTER TABLE article ADD COLUMN novelty INTEGER; -- 0 to 100, beside what its story had told before
CREATE INDEX article_story ON article (story_id, source_name, source_id) WHERE story_id IS NOT NULL;
CREATE INDEX article_unplaced ON article (id) WHERE story_id IS NULL AND mode <> '';

-- What articles are compared by, without their text; kept while a story may still go on.
CREATE TABLE story_feature (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX story_feature_at ON story_feature (at);

-- What was merged and split, by the program or by hand, so that it can be undone.
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

-- What articles name, by value: for searches by ticker and event, and for suggestions while a query is typed.
CREATE INDEX article_entity_ticker ON article_entity (ticker, article_id);
CREATE INDEX article_event_event ON article_event (event, article_id);
