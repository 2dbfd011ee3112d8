INSERT INTO wide (id, c500, c501, c502, c998) VALUES (10, 1, 2.5, 'b', 'a');
UPDATE wide SET c0 = 9, c500 = 0, c999 = 'y' WHERE id IN (1, 3);
DELETE FROM wide WHERE id = 2;
UPDATE wide_keyless SET c150 = 7 WHERE c0 = 1 LIMIT 1;
DELETE FROM wide_keyless WHERE c0 = 2;
ALTER TABLE wide DROP COLUMN c400, ADD COLUMN d INT DEFAULT 4 AFTER c10, MODIFY c999 CHAR(3) FIRST;
UPDATE wide SET d = 5, c999 = 'abc' WHERE id = 1;
