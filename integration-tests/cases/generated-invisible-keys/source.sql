-- Guards against tables with a key that the server itself adds: it is copied with its values, and never added where the source has none.
SET SESSION sql_generate_invisible_primary_key = ON;
CREATE TABLE gipk (v VARCHAR(10), n INT);
CREATE TABLE gipk_unique (v VARCHAR(10), n INT, UNIQUE KEY (n));
SET SESSION sql_generate_invisible_primary_key = OFF;
CREATE TABLE none (v VARCHAR(10), n INT);
INSERT INTO gipk VALUES ('a', 1), ('a', 1), ('b', 2), ('c', 3), ('d', 4), ('e', 5), ('f', 6);
INSERT INTO gipk_unique VALUES ('a', 1), ('b', NULL), ('c', NULL);
INSERT INTO none VALUES ('a', 1), ('a', 1);
