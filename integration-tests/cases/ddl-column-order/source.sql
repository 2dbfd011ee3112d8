-- Guards against columns that are found by their old place after FIRST and AFTER, alone and many in one statement.
CREATE TABLE t (a INT NOT NULL PRIMARY KEY, b VARCHAR(10), c INT, d DATETIME);
CREATE TABLE same_types (a INT, b INT, c INT);
INSERT INTO t VALUES (1, 'b1', 10, '2024-01-01'), (2, 'b2', 20, NULL);
INSERT INTO same_types VALUES (1, 2, 3), (1, 2, 3), (4, 5, 6);
