-- Guards against id 0 replaced by a new number, and a next number that differs from the source's.
CREATE TABLE numbered (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20));
CREATE TABLE zero_id (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20));
CREATE TABLE far_ahead (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, v INT) AUTO_INCREMENT=9223372036854775900;
CREATE TABLE second_column (a INT NOT NULL, id INT NOT NULL AUTO_INCREMENT, PRIMARY KEY (a, id), KEY (id));
CREATE TABLE not_the_key (k VARCHAR(5) NOT NULL PRIMARY KEY, n SMALLINT NOT NULL AUTO_INCREMENT, UNIQUE KEY (n));
CREATE TABLE emptied (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE negative (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v INT);
INSERT INTO numbered (v) VALUES ('a'), ('b'), ('c');
DELETE FROM numbered WHERE id = 3;
INSERT INTO far_ahead (v) VALUES (1), (2);
INSERT INTO second_column (a) VALUES (1), (1), (2);
INSERT INTO not_the_key (k) VALUES ('x'), ('y');
INSERT INTO emptied VALUES (), (), ();
DELETE FROM emptied;
INSERT INTO negative VALUES (-5, 1), (-1, 2);
SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO');
INSERT INTO zero_id VALUES (0, 'zero'), (7, 'seven');
INSERT INTO negative VALUES (0, 3);
