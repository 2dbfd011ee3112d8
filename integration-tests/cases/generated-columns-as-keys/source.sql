-- Guards against generated columns, stored and virtual, as parts of keys: they are never written, and found by their expression.
CREATE TABLE stored_key (a INT NOT NULL, k INT AS (a * 10) STORED NOT NULL, v VARCHAR(20), PRIMARY KEY (k));
CREATE TABLE part_key (a INT NOT NULL, b VARCHAR(20), l VARCHAR(20) AS (LOWER(b)) STORED NOT NULL, PRIMARY KEY (a, l)) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE virtual_unique (id INT NOT NULL PRIMARY KEY, b VARCHAR(20), l VARCHAR(20) AS (LOWER(b)) VIRTUAL, m INT AS (id % 3) VIRTUAL, UNIQUE KEY (l), KEY (m, b));
CREATE TABLE only_virtual_unique (a INT NOT NULL, u INT AS (a + 1) VIRTUAL NOT NULL, v INT, UNIQUE KEY (u));
CREATE TABLE chained (id INT NOT NULL PRIMARY KEY, a INT, b INT AS (a + 1), c INT AS (b * 2) STORED, d DATE AS (CAST('2024-01-01' AS DATE)) STORED, e JSON AS (JSON_ARRAY(a, b)) VIRTUAL);
INSERT INTO stored_key (a, v) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (-1, 'd'), (0, 'e'), (7, 'f'), (8, 'g');
INSERT INTO part_key (a, b) VALUES (1, 'X'), (1, 'Y'), (2, 'X'), (2, 'É');
INSERT INTO virtual_unique (id, b) VALUES (1, 'A'), (2, 'B'), (3, NULL), (4, NULL), (5, 'c');
INSERT INTO only_virtual_unique (a, v) VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO chained (id, a) VALUES (1, 1), (2, NULL);
