-- Guards against databases, tables and columns with dots, quotes, spaces, signs, reserved words, unicode and mixed letter case.
CREATE DATABASE `table_names_a.b-c $1`;
CREATE DATABASE `table_names_Größe`;
CREATE TABLE `table_names_a.b-c $1`.`x.y ``z``` (`a.b` INT NOT NULL PRIMARY KEY, `c``d"'` VARCHAR(10));
CREATE TABLE `table_names_Größe`.`Ärger` (`Schlüssel` INT NOT NULL PRIMARY KEY, `ÄÖÜ` VARCHAR(10), `äöü2` INT);
CREATE TABLE `CamelCase` (`CamelId` INT NOT NULL PRIMARY KEY, `UPPER` INT, `lower` INT);
CREATE TABLE `camelcase` (`camelid` INT NOT NULL PRIMARY KEY, v INT);
CREATE TABLE `auto` (`values` INT NOT NULL PRIMARY KEY, `group` INT, `rank` INT, `system` INT, `json` INT, `array` INT, `member` INT);
CREATE TABLE `1` (`1` INT NOT NULL PRIMARY KEY, `1a` INT, `-` INT);
CREATE TABLE `; DROP TABLE x; --` (`'); --` INT NOT NULL PRIMARY KEY, `/*` INT, `*/` INT);
INSERT INTO `table_names_a.b-c $1`.`x.y ``z``` VALUES (1, 'a'), (2, 'b');
INSERT INTO `table_names_Größe`.`Ärger` VALUES (1, 'ä', 1), (2, 'Ä', 2);
INSERT INTO `CamelCase` VALUES (1, 1, 1), (2, 2, 2);
INSERT INTO `camelcase` VALUES (1, 1);
INSERT INTO `auto` VALUES (1, 1, 1, 1, 1, 1, 1);
INSERT INTO `1` VALUES (1, 1, 1);
INSERT INTO `; DROP TABLE x; --` VALUES (1, 1, 1);
