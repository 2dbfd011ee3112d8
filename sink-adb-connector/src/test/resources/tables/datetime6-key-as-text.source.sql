CREATE TABLE t (a datetime(6) primary key, b int)
