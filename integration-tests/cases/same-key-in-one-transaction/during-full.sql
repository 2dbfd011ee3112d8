-- Guards against a deleted row that the full load brings back.
START TRANSACTION;
DELETE FROM items WHERE id = 5;
INSERT INTO items VALUES (5, 'five again', 55);
INSERT INTO items VALUES (50, 'short life', 50);
DELETE FROM items WHERE id = 50;
COMMIT;
DELETE FROM plain WHERE id = 'b';
