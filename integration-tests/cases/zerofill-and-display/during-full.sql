UPDATE t SET b = 43 WHERE id = 1;
