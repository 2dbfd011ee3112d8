CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
ALTER TABLE t MODIFY b varchar(200) NOT NULL DEFAULT 'x', MODIFY e enum('x','y','z'), CONVERT TO CHARACTER SET utf8mb4
