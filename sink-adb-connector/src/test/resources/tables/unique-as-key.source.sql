CREATE TABLE t (a int not null, b varchar(20) not null, c int, unique key u (b, a))
