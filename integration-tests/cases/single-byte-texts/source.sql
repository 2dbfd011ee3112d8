-- Guards against latin1 and ascii text that is decoded with a neighbouring character set (0x81, 0x80 is the euro in MySQL's latin1).
CREATE TABLE latin1_texts (
  id INT NOT NULL PRIMARY KEY,
  c CHAR(10), v VARCHAR(100), t TEXT, b VARCHAR(100) COLLATE latin1_bin, a VARCHAR(100) CHARACTER SET ascii, m VARCHAR(100) CHARACTER SET utf8mb4
) DEFAULT CHARSET=latin1;
CREATE TABLE latin1_key (k VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL PRIMARY KEY, v INT);
INSERT INTO latin1_texts VALUES
  (1, _latin1 X'80', _latin1 X'81', _latin1 X'8D8F909D', _latin1 X'A4A6A8B4B8BCBDBE', 'ascii', '€'),
  (2, 'é', 'ÄÖÜß', 'œŸž€', 'ÿ', '~', 'é'),
  (3, '', '', '', '', '', ''),
  (4, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, _latin1 X'E92020', _latin1 X'E92020', _latin1 X'00E900', _latin1 X'5C27225C', _ascii X'00017F', 'x '),
  (6, _latin1 X'C3A9', _latin1 X'E282AC', _latin1 X'F09F9880', _latin1 X'FFFE', '\\''"', '😀');
INSERT INTO latin1_key VALUES (_latin1 X'81', 1), (_latin1 X'80', 2), ('é', 3), ('É', 4), ('', 5);
