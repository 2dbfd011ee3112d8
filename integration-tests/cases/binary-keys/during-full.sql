-- Guards against binary keys that move between chunks.
UPDATE by_varbinary SET k = X'FE00' WHERE k = '';
UPDATE by_varbinary SET k = '' WHERE k = X'FF';
INSERT INTO by_binary VALUES (X'20', 8), (X'000000FF', 9);
