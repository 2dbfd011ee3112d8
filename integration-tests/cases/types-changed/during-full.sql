UPDATE t SET a = 5, e = '3' WHERE id = 1;
