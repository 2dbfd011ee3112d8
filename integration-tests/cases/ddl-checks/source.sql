-- Guards against CHECK constraints that are added, dropped, enforced or named differently.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY CHECK (id > 0), a INT, b VARCHAR(20) CONSTRAINT short CHECK (CHAR_LENGTH(b) < 10), CHECK (a < 1000 OR b IS NULL), CONSTRAINT `we ird"` CHECK (b <> 'it''s') NOT ENFORCED);
INSERT INTO t VALUES (1, 1, 'x'), (2, 5000, NULL), (3, NULL, 'it''s');
