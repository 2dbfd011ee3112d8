-- Guards against values written to generated columns, and generated keys taken for plain ones.
CREATE TABLE computed (
  a INT NOT NULL, twice INT GENERATED ALWAYS AS (a * 2) STORED, b VARCHAR(20), up VARCHAR(20) AS (UPPER(b)) VIRTUAL, id INT NOT NULL PRIMARY KEY,
  j JSON, name VARCHAR(30) AS (j->>'$.name') STORED NOT NULL, KEY (twice), UNIQUE KEY (up)
);
CREATE TABLE generated_key (a INT NOT NULL, b INT NOT NULL, k INT AS (a * 1000 + b) STORED NOT NULL PRIMARY KEY, v INT);
CREATE TABLE generated_without_key (v INT, s INT AS (v + 1) STORED, d VARCHAR(20) AS (CONCAT('v', v)) VIRTUAL, w INT);
CREATE TABLE virtual_first (g INT AS (id + 1) VIRTUAL, id INT NOT NULL PRIMARY KEY, v INT);
CREATE TABLE only_generated_beside_key (id INT NOT NULL PRIMARY KEY, g INT AS (-id) STORED);
INSERT INTO computed (a, b, id, j) VALUES (1, 'x', 1, '{"name": "é"}'), (-1, NULL, 2, '{"name": ""}'), (0, '', 3, '{"name": "😀"}');
INSERT INTO generated_key (a, b, v) VALUES (1, 1, 1), (1, 2, 2), (2, 1, 3);
INSERT INTO generated_without_key (v, w) VALUES (1, 1), (1, 1), (NULL, NULL), (2, 1);
INSERT INTO virtual_first (id, v) VALUES (1, 1), (2, 2);
INSERT INTO only_generated_beside_key (id) VALUES (1), (2);
