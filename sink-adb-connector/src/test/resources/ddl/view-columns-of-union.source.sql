-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE VIEW v (x, y) AS WITH c AS (SELECT id FROM t) SELECT id, a * 2 FROM c UNION SELECT 1, 2;
