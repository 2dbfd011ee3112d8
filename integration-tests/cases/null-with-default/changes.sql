-- The same through the binlog, and after ALTER has set, changed and dropped defaults.
INSERT INTO defaults (id) VALUES (11);
INSERT INTO defaults VALUES (12, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
UPDATE defaults SET i = DEFAULT, v = DEFAULT, bt = DEFAULT, da = DEFAULT WHERE id = 2;
UPDATE defaults SET i = NULL, b = NULL, n = NULL, f = NULL, d = NULL, v = NULL, e = NULL, c = NULL, x = NULL, bt = NULL, dt = NULL, ts = NULL, da = NULL, tm = NULL, y = NULL, en = NULL, s = NULL, t1 = NULL WHERE id = 11;
ALTER TABLE defaults ALTER COLUMN i SET DEFAULT 7, ALTER COLUMN v DROP DEFAULT, ADD COLUMN w VARCHAR(10) DEFAULT 'w';
INSERT INTO defaults (id, v) VALUES (20, NULL);
INSERT INTO defaults (id, v, i, w) VALUES (21, '', NULL, NULL);
UPDATE defaults SET w = NULL WHERE id = 1;
DELETE FROM defaults_without_key WHERE a = 1 AND b IS NULL;
UPDATE defaults_without_key SET a = 2 WHERE a IS NULL;
INSERT INTO defaults_without_key VALUES (NULL, NULL), (NULL, 'x'), (1, NULL);
DELETE FROM defaults_without_key WHERE a = 1 AND b = 'x' LIMIT 1;
