-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE VIEW `a view` AS SELECT 1 AS one;
