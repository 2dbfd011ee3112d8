-- Guards against databases created, altered and dropped while the migration runs, and names taken for the default database's.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
INSERT INTO t VALUES (1, 'one');
CREATE DATABASE database_ddl_old DEFAULT CHARACTER SET latin1;
CREATE TABLE database_ddl_old.t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
INSERT INTO database_ddl_old.t VALUES (1, 'é');
CREATE DATABASE database_ddl_altered CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
