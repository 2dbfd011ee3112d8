-- 20,000 rows inserted, changed and partly deleted in one transaction, with changes of another table between.
SET SESSION cte_max_recursion_depth = 30000;
START TRANSACTION;
INSERT INTO big WITH RECURSIVE n (i) AS (SELECT 30001 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT i, CONCAT('big ', i, ' é'), i % 10 FROM n;
UPDATE other SET v = v + 1;
UPDATE big SET v = CONCAT(v, ' changed') WHERE n = 3;
INSERT INTO other VALUES (2, 2);
DELETE FROM big WHERE n = 4;
UPDATE other SET v = v + 1;
COMMIT;
DELETE FROM big WHERE id BETWEEN 5000 AND 9000;
UPDATE big SET id = -id WHERE id BETWEEN 10000 AND 10500;
ALTER TABLE big ADD COLUMN w INT NOT NULL DEFAULT 7;
UPDATE big SET w = 8 WHERE n = 5;
UPDATE big_without_key SET b = 9 WHERE a < 10;
DELETE FROM big_without_key WHERE a = 99;
