CREATE TABLE t (a int NOT NULL, b int, UNIQUE KEY by_a (a), UNIQUE KEY by_b (b));
ALTER TABLE t MODIFY b int NOT NULL, DROP KEY by_a
