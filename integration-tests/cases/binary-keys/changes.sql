-- The same through the binlog.
UPDATE by_binary SET v = v + 10;
UPDATE by_binary SET k = X'6100' WHERE k = X'61000000';
UPDATE by_binary SET k = X'62' WHERE k = X'61200000';
DELETE FROM by_binary WHERE k = X'80000000';
UPDATE by_varbinary SET v = v + 10;
UPDATE by_varbinary SET k = X'610000' WHERE k = X'6100';
DELETE FROM by_varbinary WHERE k = 'a';
UPDATE by_varbinary SET u = NULL WHERE u = 'a';
UPDATE by_varbinary SET u = 'a' WHERE u = X'0000';
UPDATE by_blob SET k = CONCAT(k, X'00') WHERE n = 3;
UPDATE by_blob SET v = X'0003' WHERE n = 1;
UPDATE by_blob SET v = X'000100', t = X'0000' WHERE n = 4;
DELETE FROM by_blob WHERE n = 2;
INSERT INTO binary_text VALUES (11, X'61', X'6120', X'0000'), (12, '', '', '');
UPDATE binary_text SET c = X'62', v = X'0061' WHERE id IN (1, 3);
ALTER TABLE by_varbinary ADD COLUMN d VARBINARY(8) NOT NULL DEFAULT X'00FF2027', ADD COLUMN e BINARY(3) NOT NULL DEFAULT 'a';
INSERT INTO by_varbinary (k) VALUES (X'F09F98');
