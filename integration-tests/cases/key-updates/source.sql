-- Guards against a key update torn into its halves, reordered with its neighbours or merged into the wrong row.
CREATE TABLE single_key (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
CREATE TABLE composite_key (a INT NOT NULL, b VARCHAR(20) NOT NULL, v VARCHAR(20), PRIMARY KEY (a, b));
CREATE TABLE shifted (id INT NOT NULL PRIMARY KEY, v INT NOT NULL);
CREATE TABLE rotated (id INT NOT NULL PRIMARY KEY, v VARCHAR(10));
INSERT INTO single_key VALUES (1, 'one'), (2, 'two'), (3, 'three'), (-2147483648, 'first'), (2147483647, 'last');
INSERT INTO composite_key VALUES (1, 'a', '1a'), (1, 'b', '1b'), (2, 'a', '2a'), (2, 'b', '2b'), (3, '', '3');
INSERT INTO shifted (id, v) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT i, i FROM n;
INSERT INTO rotated VALUES (1, 'a'), (2, 'b'), (3, 'c');
