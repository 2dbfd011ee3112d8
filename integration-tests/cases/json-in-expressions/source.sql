-- Guards against JSON in defaults, generated columns, multi-valued indexes and checks.
CREATE TABLE docs (
  id INT NOT NULL PRIMARY KEY, d JSON NOT NULL DEFAULT (JSON_OBJECT('tags', JSON_ARRAY(1, 2))),
  name VARCHAR(50) GENERATED ALWAYS AS (d->>'$.name') VIRTUAL, size INT GENERATED ALWAYS AS (JSON_LENGTH(d)) STORED,
  UNIQUE KEY by_name (name), KEY by_tags ((CAST(d->'$.tags' AS UNSIGNED ARRAY))), KEY by_words (size, (CAST(d->'$.words' AS CHAR(20) ARRAY))), CHECK (JSON_TYPE(d) = 'OBJECT')
);
CREATE TABLE unique_tags (id INT NOT NULL PRIMARY KEY, d JSON, UNIQUE KEY tags ((CAST(d->'$.t' AS UNSIGNED ARRAY))));
INSERT INTO docs (id) VALUES (1), (2);
INSERT INTO docs (id, d) VALUES (3, '{"name": "a", "tags": [3, 4], "words": ["x", "y"]}'), (4, '{"name": "b", "tags": [], "words": []}'), (5, '{"name": null}');
INSERT INTO unique_tags VALUES (1, '{"t": [1, 2]}'), (2, '{"t": [3]}'), (3, '{"t": []}'), (4, NULL);
