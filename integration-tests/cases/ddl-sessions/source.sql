-- Guards against statements run without the sql_mode, character set or variables that they were written under.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(50));
INSERT INTO t VALUES (1, 'x');
