-- The same through the binlog.
SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00';
INSERT INTO precisions SELECT id + 20, dt0, ts0, t0, dt1, ts1, t1, dt2, ts2, t2, dt3, ts3, t3, dt4, ts4, t4, dt5, ts5, t5, dt6, ts6, t6 FROM precisions WHERE id < 20;
UPDATE precisions SET dt0 = '2024-02-30 00:00:00.0', ts0 = '2037-12-31 23:59:59.0', t0 = '-838:59:58.0', dt1 = '2024-02-30 00:00:00.9', ts1 = '2037-12-31 23:59:59.9', t1 = '-838:59:58.9', dt2 = '2024-02-30 00:00:00.99', ts2 = '2037-12-31 23:59:59.99', t2 = '-838:59:58.99', dt3 = '2024-02-30 00:00:00.999', ts3 = '2037-12-31 23:59:59.999', t3 = '-838:59:58.999', dt4 = '2024-02-30 00:00:00.9999', ts4 = '2037-12-31 23:59:59.9999', t4 = '-838:59:58.9999', dt5 = '2024-02-30 00:00:00.99999', ts5 = '2037-12-31 23:59:59.99999', t5 = '-838:59:58.99999', dt6 = '2024-02-30 00:00:00.999999', ts6 = '2037-12-31 23:59:59.999999', t6 = '-838:59:58.999999' WHERE id IN (1, 7);
UPDATE precisions SET dt0 = '0000-00-00', ts0 = 0, t0 = 0, dt1 = '0000-00-00', ts1 = 0, t1 = 0, dt2 = '0000-00-00', ts2 = 0, t2 = 0, dt3 = '0000-00-00', ts3 = 0, t3 = 0, dt4 = '0000-00-00', ts4 = 0, t4 = 0, dt5 = '0000-00-00', ts5 = 0, t5 = 0, dt6 = '0000-00-00', ts6 = 0, t6 = 0 WHERE id IN (2, 22);
UPDATE ancient SET d = '0002-02-31' WHERE d = '0001-01-01';
UPDATE ancient SET y = 0 WHERE y IS NULL;
UPDATE ancient SET dt = '2024-02-31 00:00:00.000001' WHERE d = '2024-02-30';
DELETE FROM ancient WHERE d = '2024-00-00';
UPDATE ancient SET d = '0000-00-01', y = 1901 WHERE d = '0000-00-00';
INSERT INTO defaults (id) VALUES (2);
INSERT INTO defaults VALUES (3, '2024-04-31', '0000-00-00', 0, '838:59:59.00', 2155);
ALTER TABLE defaults ADD COLUMN d2 DATETIME(6) NOT NULL DEFAULT '2024-02-30 01:02:03.000004', ADD COLUMN t2 TIME(6) NOT NULL DEFAULT '-00:00:00.000001', ADD COLUMN y2 YEAR NOT NULL DEFAULT '0000';
INSERT INTO defaults (id) VALUES (4);
ALTER TABLE defaults MODIFY dt DATE, MODIFY t TIME(6), MODIFY ts DATETIME(3) NULL;
UPDATE defaults SET dt = '2024-02-31', t = '-00:00:00.5' WHERE id = 1;
