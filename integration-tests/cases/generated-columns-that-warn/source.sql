-- Values that a lenient session computes with warnings: out of range, from text that is no number, from a zero date.
SET sql_mode = '';
CREATE TABLE t (
  id INT PRIMARY KEY, a INT, s VARCHAR(20), d DATETIME,
  twice INT AS (a * 2) STORED, small TINYINT AS (a) VIRTUAL, number INT AS (s DIV 2) STORED, digits DOUBLE AS (s + 0) VIRTUAL,
  short CHAR(3) AS (s) STORED, day DATE AS (s) VIRTUAL, KEY (small), KEY (digits));
INSERT INTO t (id, a, s, d) VALUES (1, 2000000000, 'abc', '0000-00-00'), (2, -2000000000, '12x', NULL), (3, 1, '7', NOW());
CREATE TABLE p (a INT, b VARCHAR(10), c INT AS (b + 1) STORED) PARTITION BY HASH (a) PARTITIONS 3;
INSERT INTO p (a, b) VALUES (1, 'x'), (2, '2'), (3, '3y');
CREATE TABLE j (
  id INT PRIMARY KEY, doc JSON, half INT AS (doc DIV 2) STORED, number BIGINT AS (CAST(doc AS SIGNED)) VIRTUAL,
  sum DOUBLE AS (doc + 0) STORED, KEY (number));
INSERT INTO j (id, doc) VALUES (1, '{"a": 1}'), (2, '7'), (3, '"text"'), (4, NULL), (5, '[1, 2]');
