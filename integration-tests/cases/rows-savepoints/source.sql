-- Guards against changes that were undone by ROLLBACK TO a savepoint and arrive nevertheless, or ones before it that do not.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v INT, UNIQUE KEY (v));
CREATE TABLE k (v INT);
INSERT INTO t VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO k VALUES (1), (1);
