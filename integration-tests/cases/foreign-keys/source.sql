-- Guards against rows refused because their parent arrives later, and tables created before the table they refer to.
CREATE TABLE z_parent (id INT NOT NULL PRIMARY KEY, code VARCHAR(10) NOT NULL, UNIQUE KEY (code));
CREATE TABLE a_child (id INT NOT NULL PRIMARY KEY, parent INT, code VARCHAR(10), KEY by_parent (parent),
  CONSTRAINT child_to_parent FOREIGN KEY (parent) REFERENCES z_parent (id), CONSTRAINT child_to_code FOREIGN KEY (code) REFERENCES z_parent (code) ON DELETE RESTRICT ON UPDATE NO ACTION);
CREATE TABLE tree (id INT NOT NULL PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES tree (id));
CREATE TABLE hen (id INT NOT NULL PRIMARY KEY, egg INT);
CREATE TABLE egg (id INT NOT NULL PRIMARY KEY, hen INT, FOREIGN KEY (hen) REFERENCES hen (id));
ALTER TABLE hen ADD FOREIGN KEY (egg) REFERENCES egg (id);
INSERT INTO z_parent VALUES (1, 'one'), (2, 'two'), (3, 'three');
INSERT INTO a_child VALUES (1, 1, 'one'), (2, 1, NULL), (3, NULL, 'two'), (4, 2, 'TWO');
INSERT INTO tree VALUES (5, NULL), (4, 5), (3, 4), (2, 3), (1, 2), (9, 9);
SET SESSION foreign_key_checks = 0;
INSERT INTO hen VALUES (1, 1), (2, NULL);
INSERT INTO egg VALUES (1, 1), (2, 2);
INSERT INTO a_child VALUES (99, 99, 'orphan');
