-- Guards against rows of XA transactions that are applied at PREPARE, twice, in another order, or never.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20), e ENUM('a', 'ü'), d DECIMAL(20, 5), f FLOAT, g DOUBLE, b VARBINARY(10), l VARCHAR(10) CHARACTER SET latin1, at DATETIME(6), j JSON, UNIQUE KEY (v));
CREATE TABLE heap (a INT, b VARCHAR(10));
CREATE TABLE parent (id INT NOT NULL PRIMARY KEY);
CREATE TABLE child (id INT NOT NULL PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE CASCADE);
INSERT INTO t (id, v) VALUES (1, 'one'), (2, 'two'), (3, 'three');
INSERT INTO heap VALUES (1, 'x'), (1, 'x'), (2, NULL);
INSERT INTO parent VALUES (1), (2), (3);
INSERT INTO child VALUES (1, 1), (2, 2), (3, 3);
