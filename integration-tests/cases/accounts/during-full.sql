CREATE USER 'case accounts'@localhost IDENTIFIED BY 'secret';
INSERT INTO t VALUES (2, 2);
