-- The same through the binlog; the session that creates a table decides.
UPDATE gipk SET v = 'x' WHERE n = 1 LIMIT 1;
DELETE FROM gipk WHERE n = 1 AND v = 'a';
UPDATE gipk_unique SET n = 2 WHERE v = 'b';
INSERT INTO gipk VALUES ('g', 7);
DELETE FROM none LIMIT 1;
SET SESSION sql_generate_invisible_primary_key = ON;
CREATE TABLE gipk_later (v INT, w INT);
INSERT INTO gipk_later VALUES (1, 1), (1, 1);
CREATE TABLE gipk_copy LIKE gipk;
INSERT INTO gipk_copy SELECT * FROM gipk;
ALTER TABLE gipk_later ADD COLUMN x INT AFTER v;
UPDATE gipk_later SET x = my_row_id;
SET SESSION sql_generate_invisible_primary_key = OFF;
CREATE TABLE none_later (v INT);
INSERT INTO none_later VALUES (1), (1);
ALTER TABLE gipk ALTER COLUMN my_row_id SET VISIBLE;
INSERT INTO gipk (v) VALUES ('h');
ALTER TABLE gipk_unique DROP PRIMARY KEY, DROP COLUMN my_row_id;
DELETE FROM gipk_unique WHERE v = 'c';
-- The server puts the column second: behind the key that it made.
SET SESSION sql_generate_invisible_primary_key = ON;
CREATE TABLE gipk_first (v INT);
INSERT INTO gipk_first VALUES (1), (1);
ALTER TABLE gipk_first ADD COLUMN first_one VARCHAR(5) FIRST;
INSERT INTO gipk_first (first_one, v) VALUES ('a', 2);
UPDATE gipk_first SET first_one = 'b' WHERE v = 1;
SET SESSION sql_generate_invisible_primary_key = OFF;
