-- Guards against text whose character set changes while rows flow: conversion of tables, columns and databases.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a VARCHAR(50), b TEXT, c CHAR(10) CHARACTER SET latin1, e ENUM('é','ü') CHARACTER SET utf8mb4, UNIQUE KEY (a)) CHARACTER SET latin1;
CREATE TABLE k (k VARCHAR(20) NOT NULL PRIMARY KEY, v INT) CHARACTER SET latin1;
CREATE TABLE bin (id INT NOT NULL PRIMARY KEY, a VARBINARY(50), b BLOB);
INSERT INTO t VALUES (1, 'é', 'ü€', 'ß', 'é'), (2, NULL, NULL, NULL, NULL), (3, 'a ', 'b ', 'c ', 'ü');
INSERT INTO k VALUES ('é', 1), ('ö', 2), ('x', 3);
INSERT INTO bin VALUES (1, 'é', 'ü'), (2, '', '');
