UPDATE e SET b = 'during' LIMIT 1;
DELETE FROM nulls WHERE b IS NULL LIMIT 1;
UPDATE texts_by_case SET v = 'A' WHERE BINARY v = 'a' LIMIT 1;
