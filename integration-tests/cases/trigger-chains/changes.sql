-- Chains through the binlog.
INSERT INTO a VALUES (5, 50), (6, 1);
REPLACE INTO a VALUES (6, 2);
SET @n = next_(7);
INSERT INTO c VALUES (@n, 'direct');
DELETE FROM c ORDER BY n LIMIT 3;
UPDATE b SET n = n + 1, id = id + 100 WHERE id > 3;
INSERT IGNORE INTO a VALUES (1, 1), (9, 9);
DELETE FROM a WHERE id > 1;
