-- Guards against stopping at views whose tables go away later, and against losing views whose tables come later.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT);
INSERT INTO t VALUES (1, 1);
CREATE TABLE u (id INT NOT NULL PRIMARY KEY);
CREATE VIEW on_t AS SELECT id, a FROM t;
CREATE VIEW on_u AS SELECT id FROM u;
CREATE VIEW on_view AS SELECT id FROM on_u;
CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1;
CREATE VIEW on_f AS SELECT f() AS x;
CREATE TABLE away (id INT NOT NULL PRIMARY KEY);
CREATE FUNCTION away(n INT) RETURNS INT DETERMINISTIC RETURN n;
SET NAMES latin1;
CREATE VIEW waiting AS SELECT away(id) AS x, 'e' AS u FROM away;
CREATE VIEW also_waiting AS SELECT x FROM waiting;
DROP TABLE away;
DROP FUNCTION away;
