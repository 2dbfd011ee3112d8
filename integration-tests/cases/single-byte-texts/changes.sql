-- The same through the binlog.
INSERT INTO latin1_texts VALUES
  (11, _latin1 X'80', _latin1 X'81', _latin1 X'8D8F909D', _latin1 X'A4A6A8B4B8BCBDBE', 'ascii', '€'),
  (12, 'é', 'ÄÖÜß', 'œŸž€', 'ÿ', '~', '😀'),
  (13, '', NULL, '', NULL, '', NULL),
  (14, _latin1 X'C3A9', _latin1 X'E282AC', _latin1 X'F09F9880', _latin1 X'FFFE', _ascii X'00', 'é');
UPDATE latin1_texts SET v = _latin1 X'9080', c = _latin1 X'81', t = NULL WHERE id = 1;
UPDATE latin1_texts SET v = '' WHERE id = 6;
DELETE FROM latin1_texts WHERE id = 2;
INSERT INTO latin1_key VALUES (_latin1 X'90', 10), (_latin1 X'90FF', 11);
UPDATE latin1_key SET k = _latin1 X'8D' WHERE k = _latin1 X'81';
UPDATE latin1_key SET v = v + 1 WHERE k = 'é';
DELETE FROM latin1_key WHERE k = _latin1 X'90';
ALTER TABLE latin1_texts ADD COLUMN d VARCHAR(10) NOT NULL DEFAULT '€é' AFTER id;
INSERT INTO latin1_texts (id) VALUES (20);
ALTER TABLE latin1_texts MODIFY v VARCHAR(100) CHARACTER SET utf8mb4;
UPDATE latin1_texts SET v = '😀' WHERE id = 12;
