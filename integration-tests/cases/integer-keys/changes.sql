-- The same through the binlog.
UPDATE by_bigint SET v = v + 10;
DELETE FROM by_bigint WHERE k = 0;
UPDATE by_bigint SET k = k - 1 WHERE k > 0 ORDER BY k;
DELETE FROM by_bigint WHERE k = 9223372036854775808;
INSERT INTO by_bigint VALUES (18446744073709551615, 20);
UPDATE by_signed SET u = NULL WHERE u = 127;
UPDATE by_signed SET u = 127 WHERE k = -1;
UPDATE by_signed SET k = -9223372036854775807 WHERE k = 9223372036854775807;

UPDATE by_tiny SET c = 1999 WHERE c = 0;
UPDATE by_tiny SET z = z + 1 WHERE a = 128;
DELETE FROM by_tiny WHERE a = 255;
INSERT INTO counted (id, b) VALUES (65535, 1);
DELETE FROM counted WHERE id = 0;
