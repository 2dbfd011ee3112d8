-- The same through the binlog; members of a unique multi-valued index move between rows.
UPDATE docs SET d = JSON_SET(d, '$.name', 'c', '$.tags', JSON_ARRAY(9)) WHERE id = 1;
UPDATE docs SET d = JSON_SET(d, '$.name', 'tmp') WHERE id = 3;
UPDATE docs SET d = JSON_SET(d, '$.name', 'a') WHERE id = 4;
UPDATE docs SET d = JSON_SET(d, '$.name', 'b') WHERE id = 3;
START TRANSACTION;
UPDATE unique_tags SET d = '{"t": [1]}' WHERE id = 1;
UPDATE unique_tags SET d = '{"t": [2, 3]}' WHERE id = 2;
DELETE FROM unique_tags WHERE id = 1;
INSERT INTO unique_tags VALUES (5, '{"t": [1, 7]}');
COMMIT;
INSERT INTO docs (id) VALUES (6);
ALTER TABLE docs ADD COLUMN first INT AS (d->'$.tags[0]') VIRTUAL, ADD KEY by_first (first);
DELETE FROM docs WHERE name = 'c';
ALTER TABLE docs DROP KEY by_tags, ADD KEY more_tags ((CAST(d->'$.tags' AS DECIMAL(10,2) ARRAY)));
INSERT INTO docs (id, d) VALUES (7, '{"tags": [1.5, 2], "name": "é"}');
