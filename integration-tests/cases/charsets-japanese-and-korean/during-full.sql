-- Guards against text whose bytes differ between the load and a change during the load.
UPDATE sjis_text SET v = _sjis X'8160817C', t = _sjis X'B1B2DF' WHERE id IN (1, 7);
INSERT INTO sjis_text (id, v) VALUES (100, _sjis X'93FA967B815C5CB1B2DF8160817C83A083D6EAA4');
DELETE FROM sjis_rows WHERE n = 1 LIMIT 1;
UPDATE cp932_text SET v = _cp932 X'8160817C', t = _cp932 X'B1B2DF' WHERE id IN (1, 7);
INSERT INTO cp932_text (id, v) VALUES (100, _cp932 X'93FA967B815C5CB1B2DF8160817C8740878AFA40FC4B');
DELETE FROM cp932_rows WHERE n = 1 LIMIT 1;
UPDATE ujis_text SET v = _ujis X'8FB0A18FEDE3', t = _ujis X'8EB18EDF' WHERE id IN (1, 7);
INSERT INTO ujis_text (id, v) VALUES (100, _ujis X'C6FCCBDCA1C0A1C18EB18EDF8FB0A18FEDE3A1DDF4A6');
DELETE FROM ujis_rows WHERE n = 1 LIMIT 1;
UPDATE eucjpms_text SET v = _eucjpms X'8FB0A18FEDE3', t = _eucjpms X'8EB18EDF' WHERE id IN (1, 7);
INSERT INTO eucjpms_text (id, v) VALUES (100, _eucjpms X'C6FCCBDCA1C0A1C18EB18EDF8FB0A18FEDE3ADA1ADFC8FF3F3');
DELETE FROM eucjpms_rows WHERE n = 1 LIMIT 1;
UPDATE euckr_text SET v = _euckr X'A1A1', t = _euckr X'B0A1C8FE' WHERE id IN (1, 7);
INSERT INTO euckr_text (id, v) VALUES (100, _euckr X'C7D1B1DBA1ADA2E6B0A1C8FEA1A1A3DCC8FD');
DELETE FROM euckr_rows WHERE n = 1 LIMIT 1;
