UPDATE t SET b = 'during' WHERE id = 2;
INSERT INTO chinese VALUES (10, '加载');
