-- Guards against a key or a keyless row with an impossible date that changes while the full load runs.
SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00';
UPDATE odd_date_key SET v = 10 WHERE v = 1;
UPDATE odd_date_key SET d = '2023-02-31' WHERE v = 2;
INSERT INTO odd_dates_without_key VALUES ('0000-00-00', NULL);
UPDATE odd_dates_without_key SET d = '2024-04-31' WHERE ts IS NULL AND d = '2024-02-30';
DELETE FROM odd_dates_without_key WHERE d IS NULL AND ts IS NULL;
