CREATE TABLE t (id int primary key, `select` int, `default` int, `key` int, `timestamp` int)
