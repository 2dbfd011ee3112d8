-- Tables, columns and functions below views are dropped; some come back.
ALTER TABLE t DROP COLUMN a;
DROP TABLE u;
DROP FUNCTION f;
INSERT INTO t VALUES (3);
CREATE TABLE u (id BIGINT NOT NULL PRIMARY KEY, more INT);
INSERT INTO on_u VALUES (7);
DROP VIEW on_view;
CREATE VIEW again AS SELECT * FROM on_u;
DROP TABLE u;
