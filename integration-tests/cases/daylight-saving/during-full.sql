-- Guards against keys an hour apart that a local clock shows as one.
SET SESSION time_zone = '+00:00';
UPDATE by_moment SET v = 20 WHERE k = '2024-10-27 01:30:00';
UPDATE by_moment SET k = '2024-10-27 01:30:00.002' WHERE k = '2024-10-27 02:30:00.001';
UPDATE moments SET ts = '2024-10-27 01:30:00.5' WHERE id = 3;
