-- Statements that the server writes to the binlog with values in the place of parameters and variables.
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(50), d DATETIME(6));
INSERT INTO t VALUES (1, 'one', NULL);
DELIMITER //
CREATE PROCEDURE change_table(name VARCHAR(20), value VARCHAR(20))
BEGIN
  SET @s = CONCAT('ALTER TABLE t ADD COLUMN `', name, '` VARCHAR(20) DEFAULT ', QUOTE(value));
  PREPARE p FROM @s;
  EXECUTE p;
  DEALLOCATE PREPARE p;
  INSERT INTO t (id, a) SELECT MAX(id) + 1, value FROM t AS x;
END //
DELIMITER ;
