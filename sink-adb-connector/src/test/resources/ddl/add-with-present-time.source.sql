CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
ALTER TABLE t ADD n1 datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ADD n2 timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)
