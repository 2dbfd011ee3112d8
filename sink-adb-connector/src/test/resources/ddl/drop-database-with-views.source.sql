-- ddl.drop.database.enabled=true
-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE VIEW v AS SELECT id FROM t;
DROP DATABASE shop;
