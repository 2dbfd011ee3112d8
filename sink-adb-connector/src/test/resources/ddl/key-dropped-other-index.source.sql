CREATE TABLE t (a int not null, b int not null, c int, key b (c), unique (b, a));
ALTER TABLE t DROP INDEX b
