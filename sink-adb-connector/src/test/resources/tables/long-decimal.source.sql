CREATE TABLE t (a decimal(50,5), b int primary key)
