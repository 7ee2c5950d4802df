UPDATE source SET next_fetch = 1795003600, interval = 15, ttl = 30, skip_hours = 7, skip_days = 65, full_text = 1, content = -5 WHERE id = 1;
UPDATE source SET gone = 1 WHERE id = 2;
INSERT INTO fetch (id, source_id, at, status, bytes, millis, added, revised, message) VALUES
    (1, 1, 1795000000, 200, 4096, 80, 3, 0, ''), (2, 2, 1795000000, 0, 0, 20000, 0, 0, 'the server does not answer'),
    (3, 2, 1795001000, 410, 0, 40, 0, 0, 'gone for good');
INSERT INTO table_mapping VALUES ('date;head;text', 'delimiter=semicolon columns=published,title,body');
INSERT INTO watched_file VALUES ('/news/harbour.txt', 1795000300, 12), ('/news/ünï.csv', 1, 0);
