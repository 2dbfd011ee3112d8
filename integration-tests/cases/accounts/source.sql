-- Accounts, roles and privileges stay behind; rows flow around the statements about them.
CREATE TABLE t (id INT PRIMARY KEY, a INT);
INSERT INTO t VALUES (1, 1);
