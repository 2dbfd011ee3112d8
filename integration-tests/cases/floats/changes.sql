-- The same through the binlog; a keyless row must be found by all bits of its numbers.
INSERT INTO floats VALUES
  (11, 3.4028234663852886e38, 1.7976931348623157e308, 0.1, 1234567.125, 1234567890.0123456789, 3.4028234663852886e38),
  (12, -3.4028234663852886e38, -1.7976931348623157e308, -0.1, -1234567.125, -1234567890.0123456789, 0.2),
  (13, 1.4e-45, 4.9406564584124654e-324, 2e0 / 3, 2e0 / 3, 2e0 / 3, 2e0 / 3),
  (14, 1e0 / 3, 1e0 / 3, 1e0 / 7, 1e0 / 7, 1e0 / 7, 1e0 / 7),
  (15, NULL, NULL, NULL, NULL, NULL, NULL);
UPDATE floats SET f = f * 1.0000001, d = d / 3 WHERE id BETWEEN 5 AND 10;
UPDATE floats SET d = 1.7976931348623155e308 WHERE id = 1;
DELETE FROM floats WHERE id = 3;
INSERT INTO float_values_without_key VALUES (1e0 / 3, 1e0 / 3), (1e0 / 3, 1e0 / 3), (1.4e-45, 4.9406564584124654e-324);
UPDATE float_values_without_key SET d = d * 2 WHERE d = 1e0 / 3 LIMIT 1;
UPDATE float_values_without_key SET f = 0.7 WHERE d = 0.1;
DELETE FROM float_values_without_key WHERE d = 4.9406564584124654e-324 LIMIT 1;
ALTER TABLE floats MODIFY f DOUBLE, ADD COLUMN g FLOAT NOT NULL DEFAULT 0.1 AFTER id;
INSERT INTO floats (id, f) VALUES (20, 0.1), (21, 1e-320);
UPDATE floats SET g = 1e0 / 3 WHERE id = 20;
