-- Guards against text that a change during the load writes differently from the load itself.
INSERT INTO texts (id, c, v, t, lt) VALUES (100, 'trail  ', '😀  ', 'a\0b\\', '"''`\\');
UPDATE texts SET c = '', v = NULL, d = NULL WHERE id = 1;
UPDATE texts SET v = '👨‍👩‍👦', n = 'x ' WHERE id = 6;
DELETE FROM texts WHERE id = 5;
UPDATE texts3 SET id = -1 WHERE id = 2;
