-- Guards against chunks cut at such a key.
SET SESSION sql_mode = '', time_zone = '+00:00';
UPDATE by_time SET k = '-838:59:58.999999' WHERE k = '-838:59:59';
UPDATE by_datetime SET v = 30 WHERE k = '0001-01-01';
UPDATE by_date SET v = 30 WHERE k = '2024-00-00';
UPDATE temporal_rows SET dt = '2024-00-11' WHERE y = 1999;
