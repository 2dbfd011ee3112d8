CREATE TABLE t (id int primary key, `select` int, `default` int, `group``s` int)
