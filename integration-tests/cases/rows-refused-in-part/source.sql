-- Statements that do only a part of their work, or none: what is in the binlog is what happened.
CREATE TABLE t (id INT PRIMARY KEY, u INT UNIQUE, a VARCHAR(3));
INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b'), (3, NULL, 'c');
CREATE TABLE other (id INT);
INSERT INTO other VALUES (1), (4), (5), (5);
