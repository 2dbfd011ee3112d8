-- Guards against temporary tables that arrive at the target, or hide a real table of the same name from it.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
INSERT INTO t VALUES (1, 'one'), (2, 'two');
CREATE TEMPORARY TABLE passing (id INT, v VARCHAR(20));
INSERT INTO passing VALUES (3, 'three'), (4, 'four');
INSERT INTO t SELECT * FROM passing;
