-- Guards against foreign keys without actions that cannot be added, dropped or followed through renames.
CREATE TABLE parent (id INT NOT NULL PRIMARY KEY, u VARCHAR(10) NOT NULL, UNIQUE KEY (u));
CREATE TABLE child (id INT NOT NULL PRIMARY KEY, p INT, u VARCHAR(10), KEY p (p), CONSTRAINT to_parent FOREIGN KEY (p) REFERENCES parent (id));
CREATE TABLE self (id INT NOT NULL PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES self (id) ON DELETE NO ACTION);
INSERT INTO parent VALUES (1, 'a'), (2, 'b');
INSERT INTO child VALUES (1, 1, 'a'), (2, NULL, NULL);
INSERT INTO self VALUES (1, NULL), (2, 1), (3, 2);
