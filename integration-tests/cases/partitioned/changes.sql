-- Rows of all partitions, moving between them.
INSERT INTO by_range VALUES (4, '0001-01-01', 4), (5, '9999-12-31', 5);
UPDATE by_range SET at = '2022-01-01' WHERE id = 3;
UPDATE by_range SET v = NULL WHERE id = 2;
DELETE FROM by_range WHERE id = 4;
UPDATE by_list SET region = 'n' WHERE id = 2;
DELETE FROM by_list WHERE region = 'é';
UPDATE by_hash SET id = id + 100 ORDER BY id DESC;
DELETE FROM by_hash WHERE v = 2;
INSERT INTO by_hash VALUES (5, 5), (6, 6), (7, 7), (8, 8);
UPDATE by_key SET id = 'A' WHERE id = 'a';
UPDATE by_key SET id = 'c' WHERE id = 'b';
UPDATE sub SET at = 50 WHERE id = 1;
INSERT INTO sub VALUES (4, 99);
UPDATE without_key SET a = 2 WHERE a = 1 LIMIT 1;
DELETE FROM without_key WHERE a = 2 LIMIT 1;
INSERT INTO without_key VALUES (NULL, NULL);
ALTER TABLE by_range ADD COLUMN w INT DEFAULT 8;
INSERT INTO by_range (id, at) VALUES (6, '2023-12-31');
