-- Guards against keyless tables in which one of several fully equal rows changes: one must, the others must not.
CREATE TABLE e (a INT, b VARCHAR(20), c DATETIME(3), d DECIMAL(5,2), f FLOAT, j JSON, bl BLOB, t TEXT CHARACTER SET latin1, en ENUM('x','y'), bi BIT(9));
CREATE TABLE nulls (a INT, b INT, KEY (a));
CREATE TABLE texts_by_case (v VARCHAR(20));
INSERT INTO e VALUES (1, 'x', '2024-01-01 00:00:00.5', 1.5, 0.1, '{"a": 1}', X'00FF', 'é', 'x', 257);
INSERT INTO e SELECT * FROM e;
INSERT INTO e SELECT * FROM e;
INSERT INTO nulls VALUES (NULL, NULL), (NULL, NULL), (NULL, 1), (1, NULL), (1, NULL);
INSERT INTO texts_by_case VALUES ('a'), ('A'), ('a'), ('a '), ('á'), ('');
