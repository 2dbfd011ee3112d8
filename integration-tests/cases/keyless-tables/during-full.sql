-- Guards against changes applied twice or never around the moment at which a keyless table is read.
INSERT INTO equal_rows VALUES (1, 'x'), (NULL, NULL), (7, 'during');
UPDATE equal_rows SET b = 'y' WHERE a = 1 LIMIT 1;
DELETE FROM equal_rows WHERE a IS NULL LIMIT 1;
UPDATE nearly_equal SET l = 'during' WHERE BINARY t = 'a ';
DELETE FROM many_types WHERE i IS NULL LIMIT 1;
INSERT INTO one_column VALUES (1), (NULL);
DELETE FROM one_column WHERE v = 1 LIMIT 2;
UPDATE with_index SET w = w + 1 WHERE v = 1;
