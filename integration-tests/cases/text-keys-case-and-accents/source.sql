-- Guards against rows that are lost or doubled when only case, accents or trailing spaces of a key change: equal for the server, other bytes.
CREATE TABLE word_0900 (k VARCHAR(20) COLLATE utf8mb4_0900_ai_ci NOT NULL PRIMARY KEY, v INT);
CREATE TABLE word_general (k VARCHAR(20) COLLATE utf8mb4_general_ci NOT NULL PRIMARY KEY, v INT);
CREATE TABLE word_unicode (k VARCHAR(20) COLLATE utf8mb4_unicode_ci NOT NULL, n INT NOT NULL, v INT, PRIMARY KEY (n, k));
CREATE TABLE word_0900_bin (k VARCHAR(20) COLLATE utf8mb4_0900_as_cs NOT NULL PRIMARY KEY, v INT);
CREATE TABLE word_bin (k VARCHAR(20) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY, v INT);
CREATE TABLE word_as_cs (k VARCHAR(20) COLLATE utf8mb4_0900_as_cs NOT NULL PRIMARY KEY, v INT, u CHAR(10) COLLATE utf8mb4_de_pb_0900_ai_ci, UNIQUE KEY (u));
CREATE TABLE word_prefix (k TEXT NOT NULL, v INT, PRIMARY KEY (k(3)));
INSERT INTO word_0900 VALUES ('a', 1), ('b', 2), ('strasse', 3), ('é', 4), ('x ', 5), ('x', 6), ('', 7), ('ﬁ', 8);
INSERT INTO word_general VALUES ('a', 1), ('b', 2), ('s', 3), ('é', 4), ('x ', 5), ('', 7);
INSERT INTO word_unicode VALUES ('a', 1, 1), ('A', 2, 2), ('ß', 1, 3), ('x ', 1, 4), ('', 1, 5);
INSERT INTO word_0900_bin VALUES ('a', 1), ('A', 2), ('a ', 3), ('é', 4), ('e', 5);
INSERT INTO word_bin VALUES ('a', 1), ('A', 2), ('é', 4), ('e', 5);
INSERT INTO word_as_cs VALUES ('a', 1, 'ä'), ('A', 2, 'b'), ('á', 3, NULL), ('a ', 4, NULL);
INSERT INTO word_prefix VALUES ('abcdef', 1), ('ABD', 2), ('äbe', 3);
