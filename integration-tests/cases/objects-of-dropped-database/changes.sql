-- The database goes with all of them, and comes back with others.
INSERT INTO objects_of_dropped_database_two.t VALUES (2, 2);
DROP DATABASE objects_of_dropped_database_two;
INSERT INTO t VALUES (2);
CREATE DATABASE objects_of_dropped_database_two CHARACTER SET latin1;
USE objects_of_dropped_database_two;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, w INT);
CREATE FUNCTION f(a VARCHAR(10)) RETURNS INT DETERMINISTIC RETURN 2;
CREATE PROCEDURE p() SELECT f('p');
CREATE VIEW v AS SELECT w FROM t;
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW SET @a = f('g');
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2036-01-01 00:00:00' DISABLE DO CALL p();
INSERT INTO t VALUES (3, 3);
