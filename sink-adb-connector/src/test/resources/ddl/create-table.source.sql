CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
CREATE TABLE IF NOT EXISTS n (id int auto_increment primary key, v varchar(10)) ENGINE=InnoDB
