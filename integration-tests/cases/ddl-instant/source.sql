-- Tables whose rows have several versions on the source: columns added at any place and dropped without a rebuild.
CREATE TABLE t (id INT PRIMARY KEY, a INT, b VARCHAR(20));
INSERT INTO t VALUES (1, 1, 'one'), (2, 2, 'two');
ALTER TABLE t ADD COLUMN c INT DEFAULT 3 FIRST, ALGORITHM = INSTANT;
INSERT INTO t VALUES (4, 3, 3, 'three');
ALTER TABLE t DROP COLUMN a, ALGORITHM = INSTANT;
CREATE TABLE keyless (a INT, b INT);
INSERT INTO keyless VALUES (1, 1), (1, 1);
ALTER TABLE keyless ADD COLUMN m VARCHAR(5) DEFAULT 'm' AFTER a, ALGORITHM = INSTANT;
