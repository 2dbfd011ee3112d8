CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
ALTER TABLE t ADD INDEX i (a), ADD UNIQUE u (b), DROP INDEX z, ADD FULLTEXT (b), ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (x), ADD CHECK (a > 0)
