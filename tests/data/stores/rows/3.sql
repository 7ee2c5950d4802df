INSERT INTO listing VALUES (1, 'News/Markets', 'Wire'), (1, 'Shipping', 'The Wire'), (2, '', 'Zentralbank Überblick');
