-- CONVERT TO CHARACTER SET reads the bytes of members anew, so names stop being text while their numbers stay.
SET sql_mode = '';
CREATE TABLE western (id INT PRIMARY KEY, e ENUM('a', 'b', 'é', ''), s SET('ü', 'x')) CHARACTER SET latin1;
INSERT INTO western VALUES (1, 3, 3), (2, 4, 1), (3, 1, 2);
CREATE TABLE plain (id INT PRIMARY KEY, e ENUM('ab', 'c d'), s SET('x', 'yz')) CHARACTER SET ascii;
INSERT INTO plain VALUES (1, 1, 3), (2, 2, 1);
CREATE TABLE chinese (e ENUM('中', 'é', 'a'), s SET('中', 'é', 'a')) CHARACTER SET gbk;
INSERT INTO chinese VALUES (1, 7), (2, 3), (2, 3);
