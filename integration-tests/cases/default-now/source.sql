-- Guards against CURRENT_TIMESTAMP evaluated at the target: rows that exist when a column is added get the statement's time.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v INT, made TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), touched TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP);
CREATE TABLE without_key (v INT);
INSERT INTO t (id, v) VALUES (1, 1), (2, 2);
INSERT INTO without_key VALUES (1), (1);
