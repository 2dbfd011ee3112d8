-- Guards against the same while the full load runs.
INSERT INTO defaults (id, i, v) VALUES (50, NULL, NULL);
UPDATE defaults SET i = NULL, y = NULL WHERE id = 1;
DELETE FROM defaults_without_key WHERE a IS NULL AND b = 'x';
