-- Guards against binary values that lose trailing zeros or are treated as text.
CREATE TABLE binaries (
  id INT NOT NULL PRIMARY KEY,
  b BINARY(8), b1 BINARY, vb VARBINARY(255), tb TINYBLOB, bl BLOB, mb MEDIUMBLOB, lb LONGBLOB, d BINARY(4) DEFAULT 'ab'
);
CREATE TABLE binary_key (k BINARY(4) NOT NULL, l VARBINARY(8) NOT NULL, v INT, PRIMARY KEY (k, l));
INSERT INTO binaries VALUES
  (1, X'0000000000000000', X'00', X'00', X'00', X'00', X'00', X'00', X'00'),
  (2, X'01', X'01', X'0100', X'0100', X'0100', X'0100', X'0100', X'0100'),
  (3, '', '', '', '', '', '', '', ''),
  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, X'FFFFFFFFFFFFFFFF', X'FF', X'FFFE80C3', X'80', X'C328', X'F0288CBC', X'EDA080', X'FF00FF00'),
  (6, X'2020202020202020', X'20', X'2020', X'6120', X'612020', X'20', X'09', X'61200000'),
  (7, X'275C22005C30', X'5C', X'275C22', X'5C5C', X'2722', X'5C27', X'0A0D1A00', X'5C5C');
INSERT INTO binaries (id, bl, lb) VALUES (8, REPEAT(X'00', 65535), REPEAT(X'00FF27', 30000));
INSERT INTO binary_key VALUES (X'00000000', '', 1), (X'00000000', X'00', 2), (X'00000000', X'0000', 3), (X'FF', X'FF', 4), ('a', 'a ', 5), ('A', 'a', 6);
