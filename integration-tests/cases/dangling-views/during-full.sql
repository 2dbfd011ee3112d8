-- Rows only.
INSERT INTO t VALUES (2, 2);
