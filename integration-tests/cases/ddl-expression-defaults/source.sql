-- Guards against values of expression defaults that the target computes again instead of taking the source's.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, u VARCHAR(36) DEFAULT (UUID()), r DOUBLE DEFAULT (RAND()), n DATETIME(6) DEFAULT (NOW(6)), j JSON DEFAULT (JSON_OBJECT('a', 1)), b BLOB DEFAULT ('b'), p POINT DEFAULT (POINT(1, 2)), s INT DEFAULT (id * 2), x VARCHAR(20) DEFAULT (CONCAT('it''s', "é", `id`)));
INSERT INTO t (id) VALUES (1), (2), (3);
