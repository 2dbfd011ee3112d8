-- Guards against rows told apart by unique keys that hold NULL, whole, in part, or over prefixes.
CREATE TABLE n (a INT, b INT, v INT, UNIQUE KEY (a, b));
CREATE TABLE p (t TEXT NOT NULL, v INT, UNIQUE KEY (t(3)));
CREATE TABLE two (a INT NOT NULL, b INT NULL, v INT, UNIQUE KEY by_b (b), UNIQUE KEY by_a (a));
INSERT INTO n VALUES (1, 1, 1), (1, NULL, 2), (1, NULL, 2), (NULL, NULL, 3), (NULL, 1, 4);
INSERT INTO p VALUES ('abcd', 1), ('abdd', 2), ('', 3);
INSERT INTO two VALUES (1, 1, 1), (2, NULL, 2), (3, NULL, 3);
