-- Guards against rows read twice or never because they change their partition while they are loaded.
UPDATE by_range SET at = '2023-01-01' WHERE id = 1;
UPDATE by_hash SET id = id + 10 WHERE id = 3;
UPDATE without_key SET a = 3 WHERE a = 1 LIMIT 1;
INSERT INTO by_list VALUES (9, 's');
