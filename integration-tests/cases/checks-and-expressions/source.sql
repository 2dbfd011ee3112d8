-- Guards against CHECK constraints, default expressions and functional indexes that do not arrive or stop rows that do.
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY, a INT CHECK (a > 0), b VARCHAR(20) DEFAULT (CONCAT('b', 'é', '"')), j JSON DEFAULT (JSON_ARRAY()),
  CONSTRAINT named CHECK (a < 100), CONSTRAINT off CHECK (b <> 'never') NOT ENFORCED, UNIQUE KEY lowered ((LOWER(b)), id), KEY ((a + 1))
);
INSERT INTO t (id, a) VALUES (1, 1), (2, NULL);
INSERT INTO t VALUES (3, 99, 'never', NULL);
CREATE TABLE by_expression (id INT NOT NULL PRIMARY KEY, v VARCHAR(20), UNIQUE KEY ((UPPER(v))));
INSERT INTO by_expression VALUES (1, 'a'), (2, 'b'), (3, NULL);
