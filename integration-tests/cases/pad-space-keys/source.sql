-- Guards against keys in PAD SPACE collations and CHAR keys, where trailing blanks do not count, beside NO PAD ones, where they do.
CREATE TABLE by_char (k CHAR(10) NOT NULL PRIMARY KEY, v INT) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
CREATE TABLE by_padded (k VARCHAR(10) NOT NULL PRIMARY KEY, v INT) CHARACTER SET latin1 COLLATE latin1_general_cs;
CREATE TABLE by_no_pad (k VARCHAR(10) NOT NULL PRIMARY KEY, v INT) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
CREATE TABLE by_text (k TEXT, v INT, UNIQUE KEY (k(5))) CHARACTER SET utf8 COLLATE utf8_general_ci;
INSERT INTO by_char VALUES ('a', 1), (' a', 2), ('', 3), ('b  ', 4), (X'6209', 5), (X'6300', 6);
INSERT INTO by_padded VALUES ('a  ', 1), (' a', 2), ('  ', 3), (X'6109', 4), ('A', 5), (X'E9', 6);
INSERT INTO by_no_pad VALUES ('a', 1), ('a ', 2), ('a  ', 3), ('', 4), (' ', 5), ('  ', 6);
INSERT INTO by_text VALUES ('a ', 1), ('b', 2), (NULL, 3), (NULL, 3), ('12345 ', 4);
