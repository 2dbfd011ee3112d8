UPDATE r SET v = 'during' WHERE id = 1;
UPDATE h SET id = 8 WHERE id = 4;
DELETE FROM kk WHERE id = 'b';
INSERT INTO rc VALUES (3, '2023-01-01', 'w');
