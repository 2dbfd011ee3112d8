-- Guards against a key with a byte that Java does not know, changed while the full load runs.
UPDATE latin1_key SET v = 20 WHERE k = _latin1 X'80';
UPDATE latin1_key SET k = _latin1 X'9D' WHERE k = 'É';
INSERT INTO latin1_key VALUES (_latin1 X'8F', 6);
DELETE FROM latin1_key WHERE k = '';
UPDATE latin1_texts SET v = _latin1 X'818181' WHERE id = 4;
