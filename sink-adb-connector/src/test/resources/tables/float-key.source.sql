CREATE TABLE t (a float, b int, primary key (a, b))
