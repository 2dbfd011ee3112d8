-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE VIEW v AS SELECT "a"'b' AS x, 'it''s' "s" AS y, v AS c FROM t;
