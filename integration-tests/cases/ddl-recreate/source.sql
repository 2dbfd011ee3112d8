-- Guards against a table that is dropped and created again with another shape under the same name.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
CREATE TABLE k (a INT, b INT);
INSERT INTO t VALUES (1, 'one'), (2, 'two');
INSERT INTO k VALUES (1, 1), (1, 1);
