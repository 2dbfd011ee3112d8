-- Guards against bodies of procedures that are cut, executed, or changed in a single character.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(40));
INSERT INTO t VALUES (1, 'one'), (2, 'two');
DELIMITER //
CREATE PROCEDURE plain() SELECT 1//
CREATE PROCEDURE parameters(IN a INT UNSIGNED, OUT b VARCHAR(20) CHARACTER SET latin1, INOUT c DECIMAL(10,2), d ENUM('x;y','z'), `e f` JSON)
  NOT DETERMINISTIC MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'it''s a "comment"; with é'
BEGIN
  SET b = CONCAT('n', a), c = c * 2;
END//
CREATE PROCEDURE handlers(OUT result VARCHAR(20))
BEGIN
  DECLARE done, seen INT DEFAULT 0;
  DECLARE text_ VARCHAR(40);
  DECLARE no_table CONDITION FOR 1146;
  DECLARE c CURSOR FOR SELECT v FROM t ORDER BY id;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
  DECLARE EXIT HANDLER FOR no_table, SQLSTATE '23000'
  BEGIN
    GET DIAGNOSTICS CONDITION 1 @m = MESSAGE_TEXT;
    RESIGNAL SET MESSAGE_TEXT = 'again; and again';
  END;
  OPEN c;
  outer_loop: LOOP
    FETCH c INTO text_;
    IF done THEN LEAVE outer_loop; ELSEIF text_ = 'two' THEN ITERATE outer_loop; END IF;
    inner_: WHILE seen < 3 DO
      SET seen = seen + 1; -- a comment; with a delimiter
      CASE seen WHEN 1 THEN SET result = 'a;'; ELSE BEGIN END; END CASE;
    END WHILE inner_;
    REPEAT SET seen = seen - 1; UNTIL seen <= 0 END REPEAT;
  END LOOP outer_loop;
  CLOSE c; /* ; */ # ;
END//
CREATE PROCEDURE labelled(n INT)
lab: BEGIN
  IF n IS NULL THEN LEAVE lab; END IF;
  PREPARE s FROM 'INSERT INTO t VALUES (?, ''prepared;'')';
  SET @n = n;
  EXECUTE s USING @n;
  DEALLOCATE PREPARE s;
END lab//
CREATE PROCEDURE transactions() SQL SECURITY DEFINER
BEGIN
  START TRANSACTION;
  SAVEPOINT a;
  UPDATE t SET v = 'rolled back';
  ROLLBACK TO a;
  COMMIT;
END//
CREATE PROCEDURE ddl_inside() BEGIN CREATE TABLE IF NOT EXISTS made (id INT NOT NULL PRIMARY KEY); INSERT INTO made VALUES (1); DROP TABLE made; END//
CREATE PROCEDURE `odd ``name``; x`() COMMENT ''
SELECT '//;', ";", `v`, 'a\'b', 'a''b', "c""d" FROM t WHERE v LIKE '\%\_\\'//
CREATE PROCEDURE no_sql() LANGUAGE SQL DETERMINISTIC NO SQL BEGIN END//
CREATE PROCEDURE calls() CONTAINS SQL CALL procedures.plain()//
CREATE PROCEDURE sql_security_in_body() COMMENT 'SQL SECURITY DEFINER' SELECT 'SQL SECURITY DEFINER', 'DEFINER=`a`@`b`'//
DELIMITER ;
