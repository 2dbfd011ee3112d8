DELETE FROM root WHERE id = 4;
UPDATE root SET id = 50 WHERE id = 5;
DELETE FROM tree WHERE id = 40;
INSERT INTO root VALUES (4, 'again');
INSERT INTO branch VALUES (42, 4, 'again');
INSERT INTO a_leaf (id, branch, note) VALUES (412, 42, 'again');
INSERT INTO heap (leaf, word) VALUES (412, 'again');
-- The key that was freed goes to another parent with its children.
DELETE FROM root WHERE id = 6;
UPDATE root SET id = 6 WHERE id = 7;
SET SESSION foreign_key_checks = 0;
DELETE FROM root WHERE id = 10;
SET SESSION foreign_key_checks = 1;
