-- Guards against the same values changed during the load.
SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00';
UPDATE ancient SET y = 2001 WHERE d = '2024-02-30';
UPDATE ancient SET d = '2023-02-29' WHERE d = '9999-12-31';
UPDATE precisions SET t6 = '-00:00:00.999999', dt6 = '0000-00-00 00:00:00.5' WHERE id = 3;
