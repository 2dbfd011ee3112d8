INSERT INTO t SELECT id + 10, tt, t, mt, lt, tb, b, mb, lb, v FROM t WHERE id < 10;
UPDATE t SET mt = CONCAT(mt, 'x'), lb = CONCAT(lb, X'00') WHERE id = 1;
UPDATE t SET t = NULL, b = REPEAT(X'01', 256) WHERE id = 2;
UPDATE keyless SET t = 'short' WHERE b IS NULL;
DELETE FROM keyless WHERE b IS NOT NULL LIMIT 1;
ALTER TABLE t MODIFY tt TEXT, MODIFY t MEDIUMTEXT, MODIFY tb LONGBLOB;
UPDATE t SET tt = REPEAT('z', 300), tb = REPEAT(X'02', 300) WHERE id = 3;
