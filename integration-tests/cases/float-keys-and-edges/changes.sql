-- The same bits through the binlog.
INSERT INTO floats2 (id, f, d, f7, d30, fu, du, f24, f25) SELECT id + 20, f, d, f7, d30, fu, du, f24, f25 FROM floats2 WHERE id < 12;
UPDATE floats2 SET f = f / 3, d = d / 3, f24 = f24 / 7, f25 = f25 / 7 WHERE id < 12 AND id <> 2;
UPDATE floats2 SET d = -1e0, f = -1e0 WHERE id = 31;
UPDATE floats2 SET d = 2e0, f = 2e0 WHERE id = 27;
UPDATE by_double SET v = v + 100;
UPDATE by_double SET k = 0.1e0 + 0.7e0 WHERE v = 104;
DELETE FROM by_double WHERE v IN (102, 107);
UPDATE by_double SET k = 9007199254740996 WHERE v = 109;
UPDATE float_rows SET n = 12 WHERE n = 2;
UPDATE float_rows SET n = 13 WHERE n = 3;
DELETE FROM float_rows WHERE n = 1 LIMIT 1;
DELETE FROM float_rows WHERE n = 4;
UPDATE float_rows SET f = NULL, d = 1e-323 WHERE n = 6;
ALTER TABLE floats2 MODIFY f DOUBLE, MODIFY f25 FLOAT, ADD COLUMN n FLOAT NOT NULL DEFAULT 0.1;
INSERT INTO floats2 (id, f) VALUES (60, 0.1e0);
