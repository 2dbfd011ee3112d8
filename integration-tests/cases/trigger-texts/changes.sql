-- The same through the binlog, also as dumps and drivers write it.
DROP TRIGGER comment_behind;
DROP TRIGGER blocks;
DELIMITER //
CREATE TRIGGER comment_behind BEFORE INSERT ON t FOR EACH ROW SET NEW.v = CONCAT('x', NEW.v) /* ; END IF */ -- and ; END IF
//
CREATE TRIGGER ends_with_semicolon BEFORE DELETE ON t FOR EACH ROW BEGIN SET @a = 1; END;//
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `dumped` AFTER DELETE ON `t` FOR EACH ROW BEGIN
  INSERT INTO t2 VALUES (OLD.id); /* c */
END */ //
CREATE
  -- who; what
  DEFINER = `nobody`@`%` # and where
  TRIGGER trigger_texts.`spread;` BEFORE INSERT
  ON trigger_texts.`for each row`
  FOR EACH ROW FOLLOWS `for each row begin`
  l:BEGIN/**/SET NEW.`end`=NEW.`end`+1;END l//
DELIMITER ;
CREATE TABLE t2 (id INT NOT NULL PRIMARY KEY);
INSERT INTO t VALUES (5, 'e');
DELETE FROM t WHERE id = 1;
UPDATE t SET v = 'z';
INSERT INTO `for each row` (`begin`) VALUES (2), (8);
