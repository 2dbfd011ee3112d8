-- Guards against rows that move in front of or behind the chunk being read.
UPDATE shifted SET id = id + 1 ORDER BY id DESC;
UPDATE shifted SET id = 1 WHERE id = 501;
UPDATE single_key SET id = -5 WHERE id = 3;
UPDATE single_key SET id = 100 WHERE id = -2147483648;
UPDATE composite_key SET a = a + 10, b = CONCAT(b, 'x') WHERE a = 2;
START TRANSACTION;
UPDATE rotated SET id = 4 WHERE id = 1;
UPDATE rotated SET id = 1 WHERE id = 2;
UPDATE rotated SET id = 2 WHERE id = 4;
COMMIT;
