-- The same through the binlog, which drops the trailing zeros of BINARY.
INSERT INTO binaries VALUES
  (11, X'0000000000000000', X'00', X'00', X'00', X'00', X'00', X'00', X'00'),
  (12, X'0100', X'01', X'0100', X'0100', X'0100', X'0100', X'0100', X'0100'),
  (13, '', '', '', '', '', '', '', ''),
  (14, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (15, X'FFFFFFFFFFFFFF00', X'FF', X'FFFE80C300', X'8000', X'C328', X'F0288CBC', X'EDA080', X'FF000000'),
  (16, X'2020', X'20', REPEAT(X'00', 255), REPEAT(X'20', 255), REPEAT(X'5C', 65535), REPEAT(X'27', 65536), REPEAT(X'00', 70000), X'20');
INSERT INTO binaries (id) VALUES (17);
UPDATE binaries SET b = X'FF00', vb = X'FF00', bl = X'' WHERE id = 1;
UPDATE binaries SET b = NULL, vb = NULL WHERE id = 2;
UPDATE binaries SET vb = X'', d = X'61' WHERE id = 4;
UPDATE binary_key SET v = 20 WHERE k = X'00000000' AND l = X'00';
UPDATE binary_key SET l = X'000000' WHERE v = 1;
UPDATE binary_key SET k = X'00000001' WHERE v = 3;
DELETE FROM binary_key WHERE k = X'FF000000';
INSERT INTO binary_key VALUES (X'00', '', 7), ('a', 'a', 8);
DELETE FROM binary_key WHERE k = X'61000000' AND l = 'a ';
ALTER TABLE binaries ADD COLUMN e BINARY(3) NOT NULL DEFAULT 'x' FIRST, ADD COLUMN f VARBINARY(4) DEFAULT X'610062' AFTER e;
INSERT INTO binaries (id) VALUES (20);
UPDATE binaries SET e = X'000001' WHERE id = 11;
ALTER TABLE binaries MODIFY b BINARY(12);
INSERT INTO binaries (id, b) VALUES (21, X'0102'), (22, X'000000000000000000000001');
