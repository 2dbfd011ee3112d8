-- Guards against rows found by a key that the table no longer has or does not have yet.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NOT NULL, b VARCHAR(20) NOT NULL, c VARCHAR(20));
CREATE TABLE plain (a INT NOT NULL, b INT);
INSERT INTO t VALUES (1, 10, 'x', 'one'), (2, 20, 'y', 'two'), (3, 30, 'z', NULL);
INSERT INTO plain VALUES (1, 1), (2, 2), (3, NULL);
