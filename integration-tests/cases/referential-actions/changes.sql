-- Everything below one root, through four tables.
DELETE FROM root WHERE id = 1;
UPDATE root SET id = 20, name = 'moved' WHERE id = 2;
UPDATE branch SET id = 210 WHERE id = 21;
UPDATE a_leaf SET id = 2110 WHERE id = 211;
-- Child and parent in turn, in one transaction.
START TRANSACTION;
INSERT INTO root VALUES (60, 'sixty');
INSERT INTO branch VALUES (600, 60, 'x'), (601, 60, 'y');
INSERT INTO a_leaf (id, branch) VALUES (6000, 600), (6010, 601);
UPDATE a_leaf SET branch = 601 WHERE id = 6000;
DELETE FROM branch WHERE id = 600;
UPDATE root SET id = 61 WHERE id = 60;
UPDATE a_leaf SET note = 'kept' WHERE branch = 601;
INSERT INTO heap (leaf, word) VALUES (6000, 'kept'), (6000, 'kept');
DELETE FROM a_leaf WHERE id = 6010;
DELETE FROM heap WHERE leaf = 6000 LIMIT 1;
INSERT INTO a_leaf (id, branch) VALUES (6010, 601);
COMMIT;
-- Taken back, in whole and in part.
START TRANSACTION;
DELETE FROM root WHERE id = 61;
ROLLBACK;
START TRANSACTION;
SAVEPOINT s;
DELETE FROM root WHERE id = 61;
ROLLBACK TO SAVEPOINT s;
INSERT INTO heap_loose VALUES (6010, 'behind');
COMMIT;
-- REPLACE and INSERT ... ON DUPLICATE KEY UPDATE of parents: a deletion with its actions, and a change.
REPLACE INTO root VALUES (3, 'replaced');
INSERT INTO root VALUES (20, 'again') ON DUPLICATE KEY UPDATE name = 'duplicate';
INSERT INTO root VALUES (20, 'again') ON DUPLICATE KEY UPDATE id = 200, name = 'moved';
DELETE FROM a_leaf WHERE id = 611 OR id = 711;
-- 15 levels are what InnoDB allows; a node that is its own parent; two nodes of one statement of which one goes with the other.
DELETE FROM tree WHERE id = 1;
DELETE FROM tree WHERE id IN (20, 21);
DELETE FROM tree WHERE id = 30;
INSERT INTO tree VALUES (1, NULL), (2, 1), (3, 2);
DELETE FROM tree ORDER BY id DESC LIMIT 2;
DELETE FROM hen WHERE id = 1;
DELETE FROM egg WHERE id = 4;
UPDATE root SET id = 90 WHERE id = 9;
DELETE FROM root WHERE id = 8;
-- Two tables of one statement: the row is gone with its parent, or before it.
DELETE root, branch FROM root JOIN branch ON branch.root = root.id WHERE root.id = 200;
INSERT INTO root VALUES (70, 'm'), (71, 'n');
INSERT INTO branch VALUES (700, 70, 'm'), (710, 71, 'n');
UPDATE root JOIN branch ON branch.root = root.id SET root.id = root.id + 100, branch.name = 'joined' WHERE root.id IN (70, 71);
-- Without checks there is no action: rows are left behind, and a later parent finds them.
SET SESSION foreign_key_checks = 0;
INSERT INTO root VALUES (80, 'left');
INSERT INTO branch VALUES (800, 80, 'left'), (810, 81, 'orphan');
DELETE FROM root WHERE id = 80;
UPDATE branch SET id = 801 WHERE id = 800;
SET SESSION foreign_key_checks = 1;
INSERT INTO root VALUES (80, 'back'), (81, 'late');
DELETE FROM root WHERE id = 80;
UPDATE root SET id = 82 WHERE id = 81;
-- Foreign keys that come and go.
ALTER TABLE branch DROP FOREIGN KEY branch_ibfk_1;
DELETE FROM root WHERE id = 82;
INSERT INTO root VALUES (83, 'new');
CREATE TABLE late (id INT NOT NULL PRIMARY KEY, root INT, FOREIGN KEY (root) REFERENCES root (id) ON UPDATE CASCADE ON DELETE CASCADE);
INSERT INTO late VALUES (1, 83), (2, 3);
UPDATE root SET id = 84 WHERE id = 83;
DELETE FROM root WHERE id = 3 AND NOT EXISTS (SELECT 1 FROM pair WHERE guest = 3);
UPDATE branch SET root = NULL;
ALTER TABLE branch ADD CONSTRAINT anew FOREIGN KEY (root) REFERENCES root (id) ON DELETE SET NULL ON UPDATE CASCADE;
UPDATE branch SET root = 84 WHERE id IN (99, 700);
UPDATE root SET id = 85 WHERE id = 84;
DELETE FROM root WHERE id = 85;
