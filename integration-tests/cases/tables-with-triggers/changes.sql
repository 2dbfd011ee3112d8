-- Tables with triggers are renamed, altered, emptied and dropped.
RENAME TABLE t TO renamed;
INSERT INTO renamed VALUES (3, 'three');
ALTER TABLE renamed ADD COLUMN w INT DEFAULT 5, ADD INDEX (v);
INSERT INTO renamed VALUES (4, 'four', 4);
TRUNCATE TABLE renamed;
CREATE TABLE t LIKE renamed;
INSERT INTO t VALUES (1, 'no trigger', 1);
CREATE TRIGGER t_bi BEFORE INSERT ON t FOR EACH ROW SET NEW.w = 9;
RENAME TABLE t TO swap, renamed TO t, swap TO renamed;
INSERT INTO t VALUES (5, 'five', 5);
INSERT INTO renamed VALUES (6, 'six', 6);
DROP TABLE dropped;
CREATE TABLE dropped (id INT NOT NULL PRIMARY KEY);
INSERT INTO dropped VALUES (2);
CREATE TRIGGER dropped_ai BEFORE INSERT ON dropped FOR EACH ROW SET NEW.id = NEW.id + 100;
INSERT INTO dropped VALUES (3);
DROP TABLE log;
