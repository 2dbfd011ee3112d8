-- The same through the binlog.
INSERT INTO t (id, a) VALUES (10, 10);
UPDATE t SET a = 50, b = 'never' WHERE id = 1;
ALTER TABLE t ADD CONSTRAINT later CHECK (id > 0), ALTER CHECK off NOT ENFORCED, DROP CHECK named;
INSERT INTO t (id, a) VALUES (11, 1000);
ALTER TABLE t ADD COLUMN d INT NOT NULL DEFAULT (1 + 2), ADD KEY by_d ((d * 2));
INSERT INTO t (id, a) VALUES (12, 12);
DELETE FROM t WHERE id = 2;
START TRANSACTION;
UPDATE by_expression SET v = 'x' WHERE id = 1;
UPDATE by_expression SET v = 'A' WHERE id = 2;
UPDATE by_expression SET v = 'B' WHERE id = 3;
COMMIT;
