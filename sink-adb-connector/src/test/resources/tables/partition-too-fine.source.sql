CREATE TABLE t (id int primary key, at datetime(6) not null)
