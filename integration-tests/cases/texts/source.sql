-- Guards against text that is trimmed, re-encoded, cut at 0x00, unescaped twice, or whose empty value becomes NULL.
CREATE TABLE texts (
  id INT NOT NULL PRIMARY KEY,
  c CHAR(20), v VARCHAR(255), tt TINYTEXT, t TEXT, mt MEDIUMTEXT, lt LONGTEXT, d VARCHAR(20) DEFAULT 'default', n VARCHAR(20) NOT NULL DEFAULT ''
) DEFAULT CHARSET=utf8mb4;
CREATE TABLE texts3 (id INT NOT NULL PRIMARY KEY, v VARCHAR(50) CHARACTER SET utf8 COLLATE utf8_bin, t TEXT CHARACTER SET utf8);
INSERT INTO texts VALUES
  (1, 'plain', 'plain', 'plain', 'plain', 'plain', 'plain', 'plain', 'plain'),
  (2, '', '', '', '', '', '', '', ''),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ''),
  (4, 'trail  ', 'trail  ', 'trail  ', 'trail  ', 'trail  ', 'trail  ', 'trail  ', ' '),
  (5, '  lead', '  lead', '  lead', '  lead', ' ', '  ', '	', '   '),
  (6, '😀👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', 'é é', '𝒳𐍈', '日本語', 'ñ'),
  (7, 'quote '' "', 'back\\slash', 'it''s', '"double"', '`grave`', '\\''\\"', '%_', '\\%\\_'),
  (8, 'a\0b', '\0', 'a\0', '\0a', '\r\n\t\b', '\Z', '\n', '\0'),
  (9, _utf8mb4 X'01020304', _utf8mb4 X'7F', _utf8mb4 X'EFBBBF61', _utf8mb4 X'E28080', _utf8mb4 X'F48FBFBF', _utf8mb4 X'EFBFBD', _utf8mb4 X'EFBFBF', _utf8mb4 X'C280'),
  (10, '?', ':name', '{d ''2020-01-01''}', '/* no comment */', '-- no comment', 'a;b', '# no', '${x}'),
  (11, 'NULL', 'null', '\\N', 'true', '0', '{}', '[]', 'NULL');
INSERT INTO texts (id, t, mt, lt) VALUES (12, REPEAT('é', 32767), REPEAT('😀', 20000), REPEAT('日本\\''"', 20000));
INSERT INTO texts3 VALUES (1, '日本語', 'ü'), (2, 'x  ', ''), (3, NULL, NULL);
