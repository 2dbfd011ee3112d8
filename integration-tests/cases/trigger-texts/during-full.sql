-- Rows only.
INSERT INTO t VALUES (3, 'c');
UPDATE t SET v = 'y' WHERE id = 2;
