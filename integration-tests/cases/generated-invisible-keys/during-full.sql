-- Guards against a generated key that is counted anew at the target.
DELETE FROM gipk WHERE n = 4;
INSERT INTO gipk VALUES ('during', 8);
UPDATE none SET n = 2 LIMIT 1;
