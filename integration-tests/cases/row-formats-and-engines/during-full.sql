UPDATE long_key SET v = 30 WHERE v = 3;
UPDATE long_key SET v = 3 WHERE v = 30;
UPDATE many_keys SET e = 5 WHERE v = 3;
