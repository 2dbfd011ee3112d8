-- Guards against documents that differ between load and change.
UPDATE j SET d = JSON_SET(d, '$.key2', 2) WHERE id = 9;
UPDATE j_keyless SET v = 5 WHERE v = 3 LIMIT 1;
INSERT INTO j VALUES (15, '[1, 2, 3]', '{}');
