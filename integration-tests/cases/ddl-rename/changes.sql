-- Single, multiple, swapping and by ALTER.
INSERT INTO a VALUES (3, 'before');
RENAME TABLE a TO a2;
INSERT INTO a2 VALUES (4, 'after');
UPDATE a2 SET v = 'renamed' WHERE id = 1;
RENAME TABLE a2 TO a, c TO c2;
INSERT INTO a VALUES (5, 'back');
DELETE FROM c2 LIMIT 1;
RENAME TABLE a TO tmp, b TO a, tmp TO b;
INSERT INTO a VALUES (2, 2, 2);
INSERT INTO b VALUES (6, 'was a');
UPDATE a SET shape = 9 WHERE id = 1;
RENAME TABLE a TO tmp, b TO a, tmp TO b;
INSERT INTO a VALUES (7, 'a again');
ALTER TABLE d RENAME TO e;
INSERT INTO e VALUES (2);
ALTER TABLE e RENAME AS d, ADD COLUMN v INT DEFAULT 5;
INSERT INTO d (id) VALUES (3);
-- the way online schema change tools go
CREATE TABLE _a_new LIKE a;
ALTER TABLE _a_new ADD COLUMN w INT NOT NULL DEFAULT 1, MODIFY v VARCHAR(200);
INSERT INTO _a_new (id, v) SELECT id, v FROM a;
INSERT INTO a VALUES (8, 'late');
INSERT INTO _a_new (id, v) VALUES (8, 'late');
RENAME TABLE a TO _a_old, _a_new TO a;
INSERT INTO a VALUES (9, REPEAT('é', 200), 9);
DROP TABLE _a_old;
RENAME TABLE c2 TO c;
INSERT INTO c VALUES ('end'), (NULL);
