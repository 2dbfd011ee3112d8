CREATE TABLE t (id int primary key, at date)
