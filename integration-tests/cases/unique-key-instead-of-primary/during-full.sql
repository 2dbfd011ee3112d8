-- Guards against several NULL rows that the load or a change takes for one.
INSERT INTO nullable_unique VALUES (NULL, 2), ('during', 9);
DELETE FROM nullable_unique WHERE v = 2 LIMIT 1;
UPDATE nullable_unique SET code = 'was null' WHERE v = 3;
UPDATE half_nullable SET v = 5 WHERE b IS NULL LIMIT 1;
UPDATE not_null_unique SET code = 'z' WHERE code = 'a';
