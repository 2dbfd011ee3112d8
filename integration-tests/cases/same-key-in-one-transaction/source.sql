-- Guards against changes of one key that are merged wrongly: the order inside one transaction decides.
CREATE TABLE items (id INT NOT NULL PRIMARY KEY, v VARCHAR(20), n INT);
CREATE TABLE plain (id VARCHAR(10) NOT NULL PRIMARY KEY, v INT);
INSERT INTO items VALUES (1, 'one', 1), (2, 'two', 2), (3, 'three', 3), (4, 'four', 4), (5, 'five', NULL);
INSERT INTO plain VALUES ('a', 1), ('b', 2);
