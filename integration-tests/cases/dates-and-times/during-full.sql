-- Guards against fractions and years that differ between the load and the changes beside it.
SET SESSION time_zone = '+00:00';
INSERT INTO temporals (id, dt6, ts6, y) VALUES (50, '0000-12-31 23:59:59.999999', '1970-01-01 00:00:01.999999', '0000');
UPDATE temporals SET ts3 = '2038-01-19 03:14:07.001', d = '0001-12-31' WHERE id = 5;
UPDATE temporal_key SET at = '2024-01-01 00:00:00.000003' WHERE v = 2;
INSERT INTO temporal_key VALUES ('2024-01-01 00:00:00.000001', '2024-01-01', 4);
