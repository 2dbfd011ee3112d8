-- Guards against a unique key taken for the identity of rows where it allows NULL, and not taken where it does not.
CREATE TABLE not_null_unique (code VARCHAR(10) NOT NULL, n INT, v INT, UNIQUE KEY (code), UNIQUE KEY (n));
CREATE TABLE nullable_unique (code VARCHAR(10), v INT, UNIQUE KEY (code));
CREATE TABLE half_nullable (a INT NOT NULL, b INT, v INT, UNIQUE KEY (a, b));
CREATE TABLE two_unique (a INT, b INT NOT NULL, c INT NOT NULL, v INT, UNIQUE KEY nullable_first (a), UNIQUE KEY (b, c));
CREATE TABLE prefix_unique (t VARCHAR(50) NOT NULL, v INT, UNIQUE KEY (t(2)));
INSERT INTO not_null_unique VALUES ('a', 1, 1), ('b', NULL, 2), ('c', NULL, 3), ('', 0, 4);
INSERT INTO nullable_unique VALUES ('a', 1), (NULL, 2), (NULL, 2), (NULL, 3), ('', 4);
INSERT INTO half_nullable VALUES (1, 1, 1), (1, NULL, 2), (1, NULL, 2), (2, NULL, 3);
INSERT INTO two_unique VALUES (1, 1, 1, 1), (NULL, 1, 2, 2), (NULL, 2, 1, 3);
INSERT INTO prefix_unique VALUES ('ab one', 1), ('ac two', 2);
