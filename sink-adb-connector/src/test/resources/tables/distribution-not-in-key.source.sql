CREATE TABLE t (id int primary key, at datetime not null, total decimal(10,2), customer int not null)
