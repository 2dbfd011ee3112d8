SET sql_mode = '';
INSERT INTO t (id, a, s) VALUES (4, 300, '2024-01-02'), (5, 2147483647, '');
UPDATE t SET a = 2147483647 WHERE id = 1;
INSERT INTO j (id, doc) VALUES (6, 'null'), (7, 'true');
