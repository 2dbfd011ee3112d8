CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
CREATE TABLE t_new (id int primary key);
RENAME TABLE t TO x, t_new TO t, x TO t_new
