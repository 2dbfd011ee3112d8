-- Guards against chunks of the load that meet changes all over the table.
UPDATE big SET v = CONCAT(v, ' during') WHERE id % 1000 = 1;
DELETE FROM big WHERE id % 1000 = 2;
INSERT INTO big VALUES (0, 'before the first', NULL), (20001, 'behind the last', NULL);
UPDATE big SET id = id + 100000 WHERE id % 2000 = 3;
DELETE FROM big_without_key WHERE a = 7 LIMIT 5;
INSERT INTO big_without_key VALUES (7, 7), (7, 7);
