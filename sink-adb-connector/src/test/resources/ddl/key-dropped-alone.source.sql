CREATE TABLE t (a int not null, b int not null, c int, unique u (b, a));
DROP INDEX u ON t
