-- Guards against rows written with the shape a table had before or after the change of its columns.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, b VARCHAR(20), c DATETIME(3));
CREATE TABLE without_key (a INT, b VARCHAR(20));
INSERT INTO t VALUES (1, 1, 'one', '2024-01-01 00:00:00.001'), (2, NULL, '', NULL);
INSERT INTO without_key VALUES (1, 'x'), (1, 'x'), (NULL, NULL);
