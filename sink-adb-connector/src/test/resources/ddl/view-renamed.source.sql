-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE VIEW v AS SELECT 1 AS id;
CREATE VIEW w AS SELECT x.* FROM t x;
RENAME TABLE v TO x, w TO v, t TO w, x TO t;
