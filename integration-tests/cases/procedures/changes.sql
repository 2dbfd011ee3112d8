-- Calls whose rows must not come twice, and procedures altered, dropped and made again.
CALL labelled(60);
CALL ddl_inside();
CALL transactions();
DELIMITER $$
CREATE PROCEDURE writes(n INT) MODIFIES SQL DATA BEGIN DECLARE i INT DEFAULT 0; WHILE i < n DO INSERT INTO t VALUES (100 + i, CONCAT('row;', i)); SET i = i + 1; END WHILE; END$$
CREATE PROCEDURE ends_with_semicolon() BEGIN SELECT 1; END;$$
/*!50003 CREATE*/ /*!50020 DEFINER=`root`@`localhost`*/ /*!50003 PROCEDURE `dumped`(a INT)
BEGIN
  SELECT a; /* c */
END */$$
DELIMITER ;
CALL writes(5);
ALTER PROCEDURE plain SQL SECURITY INVOKER READS SQL DATA COMMENT 'now; invoker';
ALTER PROCEDURE parameters SQL SECURITY DEFINER COMMENT 'it\'s';
DROP PROCEDURE IF EXISTS never_there;
DROP PROCEDURE no_sql;
CREATE PROCEDURE NO_SQL(a INT) SELECT a;
DROP PROCEDURE Calls;
DROP PROCEDURE procedures.labelled;
