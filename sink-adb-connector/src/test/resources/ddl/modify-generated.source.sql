CREATE TABLE t (a int primary key, g int AS (a + 1) STORED);
ALTER TABLE t MODIFY g int AS (a + 2) STORED
