CREATE TABLE t (a int not null, b int not null, c int, unique u (b, a));
ALTER TABLE t DROP INDEX u, ADD PRIMARY KEY (a, b)
