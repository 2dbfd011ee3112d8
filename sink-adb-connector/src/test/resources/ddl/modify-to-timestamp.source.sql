-- ddl.type.change.mode=rebuild
CREATE TABLE t (id int primary key, at datetime);
ALTER TABLE t MODIFY at timestamp(6) NULL
