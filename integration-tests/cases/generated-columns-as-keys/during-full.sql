-- Guards against tables read in chunks by a generated key.
UPDATE stored_key SET a = 100 WHERE a = -1;
INSERT INTO part_key (a, b) VALUES (1, 'a');
UPDATE virtual_unique SET b = 'C' WHERE id = 5;
UPDATE only_virtual_unique SET v = 30 WHERE a = 3;
