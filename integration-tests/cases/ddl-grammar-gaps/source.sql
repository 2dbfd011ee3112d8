-- Words and literals that grammars of MySQL other than the server's own misread or refuse.
CREATE TABLE t (id INT PRIMARY KEY, a BINARY(6) DEFAULT X'', b BIT(4) DEFAULT b'0', c VARCHAR(5) DEFAULT N'n', d VARCHAR(9) DEFAULT _latin1'l', e VARCHAR(9) DEFAULT 'two' 'parts');
INSERT INTO t (id) VALUES (1), (2);
CREATE TABLE `select` (`from` INT, `where` VARCHAR(3), `order by` INT, PRIMARY KEY (`from`));
INSERT INTO `select` VALUES (1, 'x', 2);
