-- Guards against administrative statements in the binlog that stop the migration or are taken for DDL.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v INT, KEY (v));
CREATE TABLE m (id INT NOT NULL PRIMARY KEY, v INT);
INSERT INTO t VALUES (1, 1), (2, 2);
INSERT INTO m VALUES (1, 1), (2, 2);
