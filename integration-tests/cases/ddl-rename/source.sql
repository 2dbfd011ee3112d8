-- Guards against rows that go to the old name, or to the other one of two tables that swap their names.
CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
CREATE TABLE b (id INT NOT NULL PRIMARY KEY, other INT, shape INT);
CREATE TABLE c (v VARCHAR(20));
CREATE TABLE d (id INT NOT NULL PRIMARY KEY);
INSERT INTO a VALUES (1, 'a'), (2, 'a');
INSERT INTO b VALUES (1, 1, 1);
INSERT INTO c VALUES ('c'), ('c');
INSERT INTO d VALUES (1);
