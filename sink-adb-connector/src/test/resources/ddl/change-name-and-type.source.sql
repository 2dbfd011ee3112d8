CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
ALTER TABLE t CHANGE a aa bigint NOT NULL DEFAULT 3, CHANGE b b varchar(99) NOT NULL DEFAULT 'x'
