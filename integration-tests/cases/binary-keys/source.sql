-- Guards against binary keys with zero bytes, prefixes and padding that are taken for text or trimmed.
CREATE TABLE by_binary (k BINARY(4) NOT NULL PRIMARY KEY, v INT);
CREATE TABLE by_varbinary (k VARBINARY(20) NOT NULL PRIMARY KEY, v INT, u VARBINARY(10), UNIQUE KEY (u));
CREATE TABLE by_blob (k BLOB NOT NULL, n INT NOT NULL, v BLOB, t TINYBLOB, PRIMARY KEY (k(3), n), UNIQUE KEY (v(2)));
CREATE TABLE binary_text (id INT NOT NULL PRIMARY KEY, c CHAR(4) CHARACTER SET binary, v VARCHAR(10) CHARACTER SET binary, t TEXT CHARACTER SET binary);
INSERT INTO by_binary VALUES (X'00', 1), (X'0001', 2), (X'61', 3), (X'6120', 4), (X'FFFFFFFF', 5), (X'80', 6), (X'41', 7);
INSERT INTO by_varbinary VALUES ('', 0, NULL), (X'00', 1, X'00'), (X'0000', 2, X'0000'), (X'61', 3, 'a'), (X'6100', 4, X'6100'), (X'6120', 5, 'a '), (X'FF', 6, NULL), (X'C3A9', 7, 'A');
INSERT INTO by_blob VALUES (X'000000', 1, X'0001', ''), (X'00000001', 2, X'0002', NULL), ('abcd', 3, NULL, X'00'), ('abce', 4, NULL, X'FF'), ('ab', 3, 'zz', 'z'), ('', 0, '', '');
INSERT INTO binary_text VALUES (1, X'61', X'61', X'00FF'), (2, X'6120', X'6120', ''), (3, X'61000000', X'00', 'é'), (4, NULL, NULL, NULL);
