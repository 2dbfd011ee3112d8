-- Guards against text decoded with the character set the column had before or after its conversion.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(50), c CHAR(10), x TEXT) DEFAULT CHARSET=latin1;
CREATE TABLE u (id VARCHAR(20) NOT NULL PRIMARY KEY, v VARCHAR(20)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
INSERT INTO t VALUES (1, 'é€', 'ÿ', 'œ'), (2, _latin1 X'80', '', NULL);
INSERT INTO u VALUES ('abc', 'é'), ('é', '😀');
