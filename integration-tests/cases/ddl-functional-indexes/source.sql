-- Guards against functional keys, whose hidden columns are in no event.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a VARCHAR(20), b INT, j JSON, KEY ((UPPER(a))), UNIQUE KEY u ((CAST(a AS SIGNED)), (ABS(b)) DESC), KEY mixed (b, (b * 2), id));
CREATE TABLE only_functional (a VARCHAR(20) NOT NULL, b INT NOT NULL, UNIQUE KEY ((LOWER(a))));
INSERT INTO t VALUES (1, '1', 1, '{"n": 1}'), (2, '2', -2, NULL), (3, NULL, NULL, '{}');
INSERT INTO only_functional VALUES ('A', 1), ('b', 2), ('C', 3);
