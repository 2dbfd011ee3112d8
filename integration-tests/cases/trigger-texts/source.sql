-- Guards against bodies that are guarded at the wrong place: comments behind them, words that look like their end.
CREATE USER IF NOT EXISTS nobody@nowhere, nobody@`%`;
GRANT ALL ON *.* TO nobody@nowhere, nobody@`%`;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(60));
CREATE TABLE `for each row` (`begin` INT NOT NULL PRIMARY KEY, `end` INT);
DELIMITER //
CREATE TRIGGER comment_behind BEFORE INSERT ON t FOR EACH ROW SET NEW.v = 'x' /* ; END IF */ -- and ; END IF
//
CREATE TRIGGER hash_behind BEFORE UPDATE ON t FOR EACH ROW SET NEW.v = '; END IF' # END
//
CREATE TRIGGER empty_ AFTER INSERT ON t FOR EACH ROW BEGIN END//
CREATE TRIGGER `for each row begin` BEFORE INSERT ON `for each row` FOR /* FOR EACH ROW */ EACH
ROW
begin set NEW.`end` = 1; if NEW.`begin` > 5 then set NEW.`end` = 2; end if; end//
CREATE TRIGGER strings AFTER UPDATE ON t FOR EACH ROW SET @a = 'IF @mysql_relay_writer IS NULL THEN; END IF//', @b = "FOR EACH ROW"//
DELIMITER ;
DELIMITER //
CREATE TRIGGER blocks BEFORE DELETE ON t FOR EACH ROW
`outer block`: BEGIN
  `inner`: BEGIN
    DECLARE x INT; DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN END;
    CASE OLD.id WHEN 1 THEN SET x = 1; WHEN 2 THEN BEGIN SET x = 2; END; ELSE LEAVE `outer block`; END CASE;
    WHILE x < 3 DO SET x = x + 1; END WHILE;
    REPEAT SET x = x - 1; UNTIL x < 0 END REPEAT;
  END `inner`;
END `outer block`//
DELIMITER ;
INSERT INTO t VALUES (1, 'a'), (2, 'b');
INSERT INTO `for each row` (`begin`) VALUES (1), (9);
