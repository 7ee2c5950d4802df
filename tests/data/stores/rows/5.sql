INSERT INTO story (id, articles, sources, merged_into) VALUES (1, 2, 2, NULL), (2, 0, 0, 1);
UPDATE article SET story_id = 1, novelty = 100 WHERE id = 1;
UPDATE article SET story_id = 1, novelty = 35 WHERE id = 3;
INSERT INTO story_feature VALUES (1, 1794990000, X'0102FF'), (3, 1794990600, X'');
INSERT INTO story_change (id, at, kind, by_hand, story, other, articles, undone) VALUES (1, 1795000950, 'merge', 1, 2, 1, '[3]', 0);
