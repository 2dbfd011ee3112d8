-- Guards against bits that move between chunks.
UPDATE by_bit SET k = X'8000000000000001' WHERE k = 1;
UPDATE by_bit SET v = 30 WHERE k = X'FFFFFFFFFFFFFFFF';
INSERT INTO by_bit VALUES (X'8100000000000000', 8);
