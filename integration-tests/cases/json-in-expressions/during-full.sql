-- Guards against generated values of rows that change during the load.
UPDATE docs SET d = JSON_SET(d, '$.name', 'z') WHERE id = 5;
UPDATE unique_tags SET d = '{"t": [8]}' WHERE id = 3;
