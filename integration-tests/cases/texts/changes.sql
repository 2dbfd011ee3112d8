-- The same through the binlog, where CHAR is trimmed by the server and lengths take one or two bytes.
INSERT INTO texts VALUES
  (21, 'plain', 'plain', 'plain', 'plain', 'plain', 'plain', 'plain', 'plain'),
  (22, '', '', '', '', '', '', '', ''),
  (23, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ''),
  (24, 'trail  ', 'trail  ', 'trail  ', 'trail  ', 'trail  ', 'trail  ', 'trail  ', ' '),
  (25, '👩‍👩‍👧‍👦👍🏽', REPEAT('😀', 255), REPEAT('é', 127), '🏳️‍🌈', 'é', '𝒳', '日本語', 'ñ'),
  (26, 'quote '' "', 'back\\slash', 'it''s', '"double"', '`grave`', '\\''\\"', '%_', '\\'),
  (27, 'a\0b', '\0', 'a\0', '\0a', '\r\n\t\b', '\Z', '\n', '\0'),
  (28, REPEAT('😀', 20), REPEAT('x', 255), REPEAT('y', 255), REPEAT('z', 65535), REPEAT('w', 65536), REPEAT('€', 40000), '', '');
INSERT INTO texts (id) VALUES (29);
INSERT INTO texts (id, d) VALUES (30, NULL), (31, DEFAULT), (32, '');
UPDATE texts SET v = '', t = NULL WHERE id = 8;
UPDATE texts SET v = NULL, t = '' WHERE id = 2;
UPDATE texts SET v = 'TRAIL', d = 'trail' WHERE id = 4;
UPDATE texts SET v = 'trail ' WHERE id = 24;
UPDATE texts SET lt = CONCAT(lt, '👍🏽\0') WHERE id = 12;
DELETE FROM texts WHERE id IN (7, 26);
INSERT INTO texts3 VALUES (4, '€uro  ', REPEAT('日', 1000)), (5, '', NULL);
UPDATE texts3 SET v = NULL WHERE id = 1;
ALTER TABLE texts ADD COLUMN e VARCHAR(30) NOT NULL DEFAULT '😀 it''s \\ "x"  ' AFTER id;
INSERT INTO texts (id, v) VALUES (40, 'after');
ALTER TABLE texts3 CONVERT TO CHARACTER SET utf8mb4;
INSERT INTO texts3 VALUES (6, '😀', '😀');
