-- Guards against triggers that do not follow their table through renames, copies and drops.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
CREATE TABLE log (what VARCHAR(40));
CREATE TRIGGER t_ai AFTER INSERT ON t FOR EACH ROW INSERT INTO log VALUES (CONCAT('t ', NEW.v));
CREATE TABLE dropped (id INT NOT NULL PRIMARY KEY);
CREATE TRIGGER dropped_ai AFTER INSERT ON dropped FOR EACH ROW INSERT INTO log VALUES ('dropped');
INSERT INTO t VALUES (1, 'one');
INSERT INTO dropped VALUES (1);
