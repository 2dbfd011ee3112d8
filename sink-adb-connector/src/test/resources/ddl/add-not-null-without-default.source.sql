CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
ALTER TABLE t ADD n1 int NOT NULL, ADD n2 text NOT NULL, ADD n3 enum('p','q') NOT NULL, ADD n4 time NOT NULL, ADD n5 datetime NOT NULL, ADD n6 bit(3) NOT NULL
