-- Guards against a float that cannot be found again by its printed value while the full load runs.
INSERT INTO floats (id, f, d) VALUES (50, 0.3333333333, 0.1 + 0.2e0);
UPDATE floats SET f = 1.1754942e-38, d = 2.225073858507201e-308 WHERE id = 1;
UPDATE float_values_without_key SET d = 2e0 / 3 WHERE f IS NULL;
INSERT INTO float_values_without_key VALUES (2e0 / 3, 2e0 / 3);
DELETE FROM float_values_without_key WHERE f > 3e38;
