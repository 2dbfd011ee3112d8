-- Guards against statements that change several tables, or rows by what others hold.
CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);
CREATE TABLE b (id INT NOT NULL PRIMARY KEY, a_id INT, v VARCHAR(20));
CREATE TABLE c (a_id INT, n INT);
INSERT INTO a VALUES (1, 1), (2, 2), (3, 3), (4, 4);
INSERT INTO b VALUES (1, 1, 'x'), (2, 1, 'y'), (3, 2, 'z'), (4, NULL, 'n');
INSERT INTO c VALUES (1, 1), (1, 1), (2, 2), (NULL, 3);
