-- Guards against objects that outlive their database, or hinder a new one of the same name.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY);
CREATE DATABASE objects_of_dropped_database_two;
USE objects_of_dropped_database_two;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v INT);
CREATE VIEW v AS SELECT * FROM t;
CREATE PROCEDURE p() SELECT 1;
CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.v = f();
CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO CALL p();
INSERT INTO t VALUES (1, 1);
CREATE VIEW objects_of_dropped_database.outside AS SELECT id FROM objects_of_dropped_database_two.t;
