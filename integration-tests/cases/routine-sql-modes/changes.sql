-- The same through the binlog.
INSERT INTO t VALUES (10, 'ten');
SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT';
DELIMITER //
CREATE TRIGGER "both" AFTER UPDATE ON "t" FOR EACH ROW SET @x = '\' || OLD."v"//
CREATE DEFINER = "nobody"@"nowhere" PROCEDURE "both"("a""b" INT) COMMENT 'it''s' BEGIN SELECT '\', "a""b", 'x' || 'y'; END//
CREATE OR REPLACE VIEW "no_backslash" AS SELECT '\' || '\\' AS "b"//
CREATE EVENT "both" ON SCHEDULE EVERY 1 HOUR STARTS '2030-01-01' COMMENT 'it''s' DO SELECT '\' || '\'//
ALTER EVENT "ansi" ENABLE COMMENT 'it''s'//
SET SESSION sql_mode = ''//
DELIMITER ;
UPDATE t SET v = 'x' WHERE id = 1;
