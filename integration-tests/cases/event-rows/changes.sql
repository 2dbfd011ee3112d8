-- The same through the binlog: the server's own DROP EVENT too.
DELIMITER //
CREATE EVENT runs_later ON SCHEDULE AT CURRENT_TIMESTAMP + INTERVAL 1 SECOND DO BEGIN INSERT INTO t (v, at) VALUES ('ran; later', NOW(3)); UPDATE t SET v = 'changed' WHERE v = 'ran'; END//
DELIMITER ;
DO SLEEP(3);
INSERT INTO t (v) VALUES ('last');
