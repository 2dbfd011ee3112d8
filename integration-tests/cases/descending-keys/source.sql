-- Guards against chunks of the full load that walk a descending or mixed key the wrong way round.
CREATE TABLE d (k INT NOT NULL, v INT, PRIMARY KEY (k DESC));
CREATE TABLE m (a VARCHAR(5) NOT NULL, b DATE NOT NULL, c DECIMAL(4,1) NOT NULL, v INT, PRIMARY KEY (a DESC, b, c DESC));
CREATE TABLE u (a BINARY(2) NOT NULL, b BIGINT UNSIGNED NOT NULL, v INT, UNIQUE KEY (a, b DESC));
INSERT INTO d VALUES (1, 1), (2, 2), (3, 3), (-1, 4), (-2, 5), (0, 6), (2147483647, 7), (-2147483648, 8), (10, 9), (11, 10), (12, 11), (13, 12);
INSERT INTO m VALUES ('a', '2024-01-01', 1.5, 1), ('A ', '2024-01-02', 1.5, 2), ('b', '2024-01-01', -1, 3), ('b', '2024-01-01', 0, 4), ('b', '2024-01-01', 1, 5), ('é', '0001-01-01', 9, 6), ('z', '9999-12-31', -999.9, 7), ('', '2024-01-01', 0, 8);
INSERT INTO u VALUES ('a', 1, 1), ('a', 18446744073709551615, 2), (X'00', 5, 3), (X'FFFF', 5, 4), ('a', 9223372036854775808, 5), ('b', 0, 6), ('b', 1, 7);
