CREATE TABLE t (code char(2) primary key, name varchar(50)) comment 'countries'
