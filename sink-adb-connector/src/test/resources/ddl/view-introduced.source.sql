-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE VIEW v AS SELECT _utf8mb4'é' AS a, N'ü' AS b, x'00' AS c, "it's\n" AS d FROM t;
