-- Guards against a rolled back change that arrives while the full load runs.
START TRANSACTION;
UPDATE a SET v = 'never';
ROLLBACK;
START TRANSACTION;
INSERT INTO a VALUES (50, 'during');
INSERT INTO b VALUES (50, 'during');
INSERT INTO c VALUES ('during');
COMMIT;
UPDATE without_transactions SET v = 'during' WHERE id = 1;
