-- The same through the binlog, whose negative fractions are stored in two's complement.
INSERT INTO times VALUES
  (11, '838:59:59', '838:59:58.9', '838:59:58.99', '838:59:58.999', '838:59:58.9999', '838:59:58.99999', '838:59:58.999999', '838:59:59'),
  (12, '-838:59:59', '-838:59:58.9', '-838:59:58.99', '-838:59:58.999', '-838:59:58.9999', '-838:59:58.99999', '-838:59:58.999999', '-838:59:59'),
  (13, '00:00:00', '00:00:00.1', '00:00:00.01', '00:00:00.001', '00:00:00.0001', '00:00:00.00001', '00:00:00.000001', '00:00:00'),
  (14, '-00:00:01', '-00:00:00.1', '-00:00:00.01', '-00:00:00.001', '-00:00:00.0001', '-00:00:00.00001', '-00:00:00.000001', '-00:00:01'),
  (15, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (16, '24:00:00', '23:59:59.9', '24:00:00.00', '-24:00:00.001', '100:00:00.0001', '-100:00:00.00001', '838:59:59.000000', '25:00:00');
INSERT INTO times (id) VALUES (17);
UPDATE times SET t = '-00:00:01', t3 = '-00:00:00.001', t6 = '-00:00:00.999999' WHERE id IN (1, 3, 5);
UPDATE times SET t6 = '-838:59:59', t1 = '-00:00:00.9', t = NULL WHERE id = 6;
UPDATE time_key SET t = '-00:00:00.000002' WHERE v = 1;
UPDATE time_key SET t = '838:59:58.999999' WHERE v = 4;
DELETE FROM time_key WHERE t = '00:00:00';
INSERT INTO time_key VALUES ('00:00:00.000001', 5);
ALTER TABLE times MODIFY t TIME(3), ADD COLUMN e TIME(6) NOT NULL DEFAULT '-12:34:56.789012' AFTER id;
INSERT INTO times (id, t) VALUES (20, '-00:00:00.001');
UPDATE times SET e = '838:59:59' WHERE id = 2;
DELETE FROM times WHERE id = 13;
