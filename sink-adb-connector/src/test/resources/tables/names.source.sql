CREATE TABLE t (id int primary key, `my-col` int, `2nd` int, `größe` int, A int, a2 int)
