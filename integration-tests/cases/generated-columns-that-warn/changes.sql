SET sql_mode = '';
INSERT INTO t (id, a, s) VALUES (6, 1, '1'), (7, 1500000000, 'seven'), (8, -129, '0000-00-00');
UPDATE t SET s = CONCAT(s, 'z'), a = a - 1;
DELETE FROM t WHERE id IN (2, 6);
ALTER TABLE t ADD COLUMN half INT AS (s DIV 2) STORED, MODIFY small TINYINT UNSIGNED AS (a) VIRTUAL;
INSERT INTO t (id, a, s) VALUES (9, -5, 'nine');
INSERT INTO p (a, b) VALUES (4, 'four'), (4, 'four');
UPDATE p SET b = 'z' WHERE a = 2;
DELETE FROM p WHERE a = 4 LIMIT 1;
