-- Guards against a unique value that changes its owner while the full load runs.
START TRANSACTION;
UPDATE accounts SET name = 'temporary' WHERE id = 1;
UPDATE accounts SET name = 'ann' WHERE id = 2;
UPDATE accounts SET name = 'bob' WHERE id = 1;
COMMIT;
DELETE FROM accounts WHERE id = 5;
INSERT INTO accounts VALUES (50, 'eve', 'e@x', 2, NULL);
DELETE FROM emoji WHERE id = 1;
INSERT INTO emoji VALUES (0, '👍');
