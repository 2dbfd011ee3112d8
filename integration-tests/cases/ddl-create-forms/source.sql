-- Guards against forms of CREATE, DROP and RENAME: with IF, of several tables, across databases, LIKE other tables.
CREATE DATABASE ddl_create_forms_two CHARACTER SET latin1;
CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v VARCHAR(10));
CREATE TABLE b LIKE a;
CREATE TABLE ddl_create_forms_two.a (id INT NOT NULL PRIMARY KEY, v VARCHAR(10));
INSERT INTO a VALUES (1, 'a1');
INSERT INTO b VALUES (1, 'b1');
INSERT INTO ddl_create_forms_two.a VALUES (1, 'two é');
