-- Guards against changes that were rolled back, partly rolled back, or belong to a table without transactions.
CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
CREATE TABLE b (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
CREATE TABLE c (v VARCHAR(20));
CREATE TABLE without_transactions (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
START TRANSACTION;
INSERT INTO a VALUES (1, 'one'), (2, 'two'), (3, 'three');
INSERT INTO b SELECT id, CONCAT(v, ' in b') FROM a;
SAVEPOINT s1;
INSERT INTO b VALUES (9, 'never');
ROLLBACK TO SAVEPOINT s1;
INSERT INTO c VALUES ('c'), ('c');
COMMIT;
INSERT INTO without_transactions VALUES (1, 'one'), (2, 'two'), (3, 'three');
START TRANSACTION;
DELETE FROM a;
ROLLBACK;
