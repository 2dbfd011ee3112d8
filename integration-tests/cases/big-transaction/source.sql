-- Guards against a transaction of many events whose changes are lost, doubled or mixed with another table's.
SET SESSION cte_max_recursion_depth = 30000;
CREATE TABLE big (id INT NOT NULL PRIMARY KEY, v VARCHAR(60) NOT NULL, n INT, KEY (n));
CREATE TABLE other (id INT NOT NULL PRIMARY KEY, v INT);
CREATE TABLE big_without_key (a INT, b INT);
INSERT INTO big WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i, CONCAT('row ', i), i % 10 FROM n;
INSERT INTO other VALUES (1, 0);
INSERT INTO big_without_key WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT i % 100, NULLIF(i % 3, 0) FROM n;
