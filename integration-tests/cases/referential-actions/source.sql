-- Guards against rows that a foreign key has changed or deleted on the source, which its binlog does not tell.
CREATE TABLE a_leaf (id INT NOT NULL PRIMARY KEY, branch INT, note VARCHAR(10), touched TIMESTAMP(6) NULL ON UPDATE CURRENT_TIMESTAMP(6), KEY (branch));
CREATE TABLE root (id INT NOT NULL PRIMARY KEY, name VARCHAR(10));
CREATE TABLE branch (id INT NOT NULL PRIMARY KEY, root INT, name VARCHAR(10), KEY (root),
  FOREIGN KEY (root) REFERENCES root (id) ON DELETE CASCADE ON UPDATE CASCADE);
ALTER TABLE a_leaf ADD CONSTRAINT on_branch FOREIGN KEY (branch) REFERENCES branch (id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE loose (id INT NOT NULL PRIMARY KEY, root INT, FOREIGN KEY (root) REFERENCES root (id) ON DELETE SET NULL ON UPDATE SET NULL);
-- Without a key, with rows that are equal, and a virtual column over the reference.
CREATE TABLE heap (leaf INT, word VARCHAR(10), twice INT AS (leaf * 2) VIRTUAL, FOREIGN KEY (leaf) REFERENCES a_leaf (id) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE heap_loose (leaf INT, word VARCHAR(10), FOREIGN KEY (leaf) REFERENCES a_leaf (id) ON DELETE SET NULL ON UPDATE CASCADE);
-- A tree in itself, and one that a cascade must not enter twice.
CREATE TABLE tree (id INT NOT NULL PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES tree (id) ON DELETE CASCADE);
-- Two tables that refer to each other.
CREATE TABLE hen (id INT NOT NULL PRIMARY KEY, egg INT, KEY (egg));
CREATE TABLE egg (id INT NOT NULL PRIMARY KEY, hen INT, FOREIGN KEY (hen) REFERENCES hen (id) ON DELETE CASCADE);
ALTER TABLE hen ADD CONSTRAINT of_egg FOREIGN KEY (egg) REFERENCES egg (id) ON DELETE SET NULL;
-- Two foreign keys to one parent, one of them passive.
CREATE TABLE pair (id INT NOT NULL PRIMARY KEY, owner INT, guest INT, FOREIGN KEY (owner) REFERENCES root (id) ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (guest) REFERENCES root (id) ON DELETE RESTRICT ON UPDATE CASCADE);
INSERT INTO root VALUES (1, 'one'), (2, 'two'), (3, 'three'), (4, 'four'), (5, 'five'), (6, 'six'), (7, 'seven'), (8, 'eight'), (9, 'nine'), (10, 'ten');
INSERT INTO branch VALUES (11, 1, 'a'), (12, 1, 'b'), (21, 2, 'c'), (31, 3, 'd'), (41, 4, 'e'), (51, 5, 'f'), (61, 6, 'g'), (71, 7, 'h'), (99, NULL, 'free');
INSERT INTO a_leaf (id, branch, note) VALUES (111, 11, 'x'), (112, 11, 'y'), (121, 12, 'z'), (211, 21, NULL), (311, 31, ''), (411, 41, 'q'), (511, 51, 'r'), (611, 61, 's'), (711, 71, 't'), (999, NULL, 'free');
INSERT INTO loose VALUES (1, 1), (2, 2), (3, 3), (4, NULL), (5, 5), (6, 6), (7, 7);
INSERT INTO heap (leaf, word) VALUES (111, 'same'), (111, 'same'), (111, 'other'), (211, 'two'), (311, NULL), (411, 'four'), (511, 'five'), (711, 'seven'), (NULL, 'none');
INSERT INTO heap_loose VALUES (111, 'same'), (111, 'same'), (211, 'two'), (NULL, 'none'), (611, 'six'), (711, 'seven');
INSERT INTO tree VALUES (1, NULL), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 6), (8, 7), (9, 8), (10, 9), (11, 10), (12, 11), (13, 12), (14, 13), (20, NULL), (21, 20), (22, 20), (19, 21), (30, 30), (40, NULL), (41, 40);
INSERT INTO hen VALUES (1, NULL), (2, NULL), (3, NULL), (4, NULL);
INSERT INTO egg VALUES (1, 1), (2, 2), (3, 3), (4, 4);
UPDATE hen SET egg = id % 4 + 1;
INSERT INTO pair VALUES (1, 8, 9), (2, 9, 10), (3, NULL, 9), (4, 8, NULL);
