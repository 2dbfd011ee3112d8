CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime, e enum('x','y'));
ALTER TABLE t ADD COLUMN n1 int AFTER id, ADD n2 varchar(10) NOT NULL DEFAULT 'it''s' COMMENT 'new', ADD COLUMN (n3 bigint unsigned, n4 json)
