SET @id = 2, @a = 'it''s é';
PREPARE p FROM 'INSERT INTO t VALUES (?, ?, NOW(6))';
EXECUTE p USING @id, @a;
