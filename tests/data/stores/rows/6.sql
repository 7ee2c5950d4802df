INSERT INTO unread VALUES (2), (3), (90), (9000000000);
UPDATE article SET impact = -2 WHERE id = 4;
UPDATE source SET articles = 3, first_received = 1795000000 WHERE id = 1;
UPDATE source SET articles = 1, first_received = 1795000200 WHERE id = 2;
UPDATE source SET articles = 2, first_received = 1795000300 WHERE id = 7;
