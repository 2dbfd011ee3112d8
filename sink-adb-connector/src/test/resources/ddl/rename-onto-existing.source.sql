CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
CREATE TABLE u (id int primary key);
ALTER TABLE t RENAME TO u
