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
