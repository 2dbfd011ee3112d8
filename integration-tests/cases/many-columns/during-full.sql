UPDATE wide SET c700 = 1 WHERE id = 3;
INSERT INTO wide_keyless (c5) VALUES (5);
