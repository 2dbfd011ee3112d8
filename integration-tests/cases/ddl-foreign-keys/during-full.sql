INSERT INTO parent VALUES (3, 'c');
INSERT INTO child VALUES (7, 3, 'c');
DELETE FROM self WHERE id = 3;
