-- A feed may stand in several folders of a list, or under several names: it is one source, and the list is
-- written as it was read.
CREATE TABLE listing (
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (source_id, folder, title)
) WITHOUT ROWID;
