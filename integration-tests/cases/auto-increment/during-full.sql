-- Guards against id 0 that is written while the full load runs.
UPDATE zero_id SET v = 'zero during' WHERE id = 0;
INSERT INTO numbered (v) VALUES ('during');
INSERT INTO emptied VALUES ();
UPDATE negative SET id = -7 WHERE id = -5;
