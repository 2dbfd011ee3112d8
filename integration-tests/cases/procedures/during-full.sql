-- A procedure that writes, made and called while rows are read.
DELIMITER $$
CREATE PROCEDURE during(n INT) BEGIN INSERT INTO t VALUES (n, 'during'); END$$
CREATE PROCEDURE passing() BEGIN END$$
DELIMITER ;
CALL during(50);
ALTER PROCEDURE during COMMENT 'called';
DROP PROCEDURE passing;
