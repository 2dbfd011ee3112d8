-- Guards against values of several unique keys that rotate between rows while only the end is consistent.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NOT NULL, b VARCHAR(10) NOT NULL, UNIQUE KEY (a), UNIQUE KEY (b));
CREATE TABLE s (id VARCHAR(10) COLLATE utf8mb4_0900_ai_ci NOT NULL PRIMARY KEY, u VARCHAR(10) CHARACTER SET latin1, UNIQUE KEY (u));
INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, 'd');
INSERT INTO s VALUES ('a', 'x'), ('b', 'y'), ('c', 'é');
