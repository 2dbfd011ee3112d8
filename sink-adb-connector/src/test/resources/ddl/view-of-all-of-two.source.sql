-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE VIEW v AS SELECT x.*, y.a FROM t x JOIN t y;
