CREATE TABLE t (a int, b varchar(20), key by_a (a))
