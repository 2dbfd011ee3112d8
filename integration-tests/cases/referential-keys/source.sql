-- Guards against children that are found by other bytes than the server compares with: keys of several columns, of text, of other types, other databases.
CREATE DATABASE referential_keys_far;
CREATE TABLE place (country CHAR(2) NOT NULL, city VARCHAR(20) NOT NULL, code VARCHAR(10) COLLATE utf8mb4_general_ci, zip BINARY(4), at DATETIME(3), price DECIMAL(10,2), seq BIGINT UNSIGNED,
  kind ENUM('a', 'b', 'c') NOT NULL DEFAULT 'a', PRIMARY KEY (country, city), UNIQUE KEY (code), UNIQUE KEY (zip), UNIQUE KEY (at), UNIQUE KEY (price), UNIQUE KEY (seq)) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE shop (id INT NOT NULL PRIMARY KEY, country CHAR(2), city VARCHAR(20), name VARCHAR(10),
  FOREIGN KEY (country, city) REFERENCES place (country, city) ON DELETE SET NULL ON UPDATE CASCADE) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE by_code (id INT NOT NULL PRIMARY KEY, code VARCHAR(20) COLLATE utf8mb4_general_ci, FOREIGN KEY (code) REFERENCES place (code) ON DELETE CASCADE ON UPDATE CASCADE) DEFAULT CHARSET utf8mb4;
CREATE TABLE by_zip (zip BINARY(4), FOREIGN KEY (zip) REFERENCES place (zip) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE by_time (at DATETIME(3) NOT NULL PRIMARY KEY, FOREIGN KEY (at) REFERENCES place (at) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE by_price (price DECIMAL(10,2), FOREIGN KEY (price) REFERENCES place (price) ON DELETE SET NULL ON UPDATE SET NULL);
CREATE TABLE referential_keys_far.by_seq (id INT NOT NULL PRIMARY KEY, seq BIGINT UNSIGNED, FOREIGN KEY (seq) REFERENCES referential_keys.place (seq) ON DELETE CASCADE ON UPDATE CASCADE);
-- One column in two foreign keys, and a reference to a part of a key.
CREATE TABLE nation (country CHAR(2) NOT NULL PRIMARY KEY) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE visit (id INT NOT NULL PRIMARY KEY, country CHAR(2), city VARCHAR(20), code VARCHAR(10),
  FOREIGN KEY (country, city) REFERENCES place (country, city) ON DELETE CASCADE ON UPDATE CASCADE, FOREIGN KEY (country) REFERENCES nation (country) ON DELETE SET NULL) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE latin (word VARCHAR(10) NOT NULL PRIMARY KEY) DEFAULT CHARSET latin1 COLLATE latin1_swedish_ci;
CREATE TABLE by_latin (id INT NOT NULL PRIMARY KEY, word VARCHAR(10), FOREIGN KEY (word) REFERENCES latin (word) ON DELETE CASCADE ON UPDATE CASCADE) DEFAULT CHARSET latin1 COLLATE latin1_swedish_ci;
-- A parent whose referenced column is generated, and one without a key of its own.
CREATE TABLE maker (a INT, b INT AS (a + 100) STORED, UNIQUE KEY (b));
CREATE TABLE by_maker (id INT NOT NULL PRIMARY KEY, b INT, FOREIGN KEY (b) REFERENCES maker (b) ON DELETE CASCADE ON UPDATE CASCADE);
INSERT INTO place VALUES ('de', 'Köln', 'Kln', 'zip1', '2024-01-01 00:00:00.001', 1.50, 18446744073709551615, 'a'), ('fr', 'Paris', 'Par', 'zip2', '1000-01-01', 2.50, 2, 'b'),
  ('it', 'Roma', 'Rom', 'zip3', NULL, NULL, NULL, 'c'), ('es', 'Ávila', 'Avi', 'zip4', '2024-01-01 00:00:00.004', -4, 4, 'a'), ('pt', 'Faro', NULL, NULL, '2024-01-01 00:00:00.005', 5, 5, 'a');
INSERT INTO shop VALUES (1, 'DE', 'KOLN', 'x'), (2, 'de', 'köln', 'y'), (3, 'fr', NULL, 'half'), (4, 'FR', 'paris ', 'z'), (5, NULL, 'nowhere', 'half'), (6, 'es', 'avila', 'w');
INSERT INTO by_code VALUES (1, 'KLN'), (2, 'kln'), (3, 'PAR'), (4, NULL), (5, 'rom');
INSERT INTO by_zip VALUES ('zip1'), ('zip1'), ('zip2'), (NULL), ('zip4');
INSERT INTO by_time VALUES ('2024-01-01 00:00:00.001'), ('2024-01-01 00:00:00.004'), ('2024-01-01 00:00:00.005');
INSERT INTO by_price VALUES (1.5), (1.5), (2.5), (-4), (NULL);
INSERT INTO referential_keys_far.by_seq VALUES (1, 18446744073709551615), (2, 2), (3, NULL), (4, 4);
INSERT INTO nation VALUES ('DE'), ('fr'), ('it'), ('at'), ('pt');
INSERT INTO visit VALUES (1, 'de', 'KÖLN', 'q'), (2, 'fr', 'Paris', NULL), (3, 'it', NULL, NULL);
INSERT INTO latin VALUES ('Äpfel'), ('Birne'), ('Zimt');
INSERT INTO by_latin VALUES (1, 'äpfel'), (2, 'ÄPFEL'), (3, 'birne'), (4, 'zimt');
INSERT INTO maker (a) VALUES (1), (2), (NULL), (NULL);
INSERT INTO by_maker VALUES (1, 101), (2, 102), (3, 102), (4, NULL);
