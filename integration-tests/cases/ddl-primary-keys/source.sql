-- Guards against rows that are looked for under the key before the last change of keys.
CREATE TABLE t (a INT NOT NULL, b INT NOT NULL, c VARCHAR(10) NOT NULL, d INT NULL);
CREATE TABLE auto (id INT NOT NULL AUTO_INCREMENT, v INT, PRIMARY KEY (id));
INSERT INTO t VALUES (1, 1, 'x', NULL), (2, 1, 'y', 1), (3, 2, 'z', NULL);
INSERT INTO auto (v) VALUES (1), (2), (3);
