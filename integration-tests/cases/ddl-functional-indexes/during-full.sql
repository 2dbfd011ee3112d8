UPDATE only_functional SET b = 30 WHERE a = 'C';
UPDATE t SET b = -1 WHERE id = 1;
