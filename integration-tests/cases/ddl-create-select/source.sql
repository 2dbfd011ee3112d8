-- Guards against CREATE TABLE ... SELECT, whose rows are in the same transaction as the statement: neither may be lost or come twice.
CREATE TABLE src (id INT NOT NULL PRIMARY KEY, v VARCHAR(20), e ENUM('a','b'), d DECIMAL(10,3), j JSON);
INSERT INTO src VALUES (1, 'one', 'a', 1.5, '{"a": 1}'), (2, 'zwei é', 'b', NULL, NULL), (3, NULL, NULL, -1, '[]');
