INSERT INTO entity_name VALUES ('Zürich Insurance', 'company:ZURN');
INSERT INTO author_name VALUES ('A. Writer');
INSERT INTO story (id, articles, sources) VALUES (20, 1, 1);
UPDATE article SET story_id = 20, novelty = 100 WHERE id = 2 AND story_id IS NULL;
INSERT INTO ledger (id, article_id, decision, frozen, accepted) VALUES (70, 1, 4, '{"decisions":[]}', 1795000950);
