-- Guards against a row loaded under a key that has since become another, equal one.
UPDATE ci_key SET k = 'Abc' WHERE k = 'abc';
DELETE FROM ci_key WHERE k = '';
INSERT INTO ci_key VALUES ('', '40');
UPDATE pad_key SET k = 'a' WHERE k = 'a ';
UPDATE reversed_key SET a = 5 WHERE a = 2;
UPDATE big_unsigned_key SET k = k - 1 WHERE k = 18446744073709551615;
UPDATE negative_key SET k = k + 1 WHERE k = -9223372036854775808;
DELETE FROM only_key WHERE a = 1 AND b = 2;
INSERT INTO only_key VALUES (1, 3);
UPDATE only_key SET b = 2 WHERE a = 1 AND b = 3;
