CREATE TABLE t (id int primary key, t time not null, d date not null default '0000-00-00')
