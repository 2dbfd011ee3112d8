-- Transactions that the binlog holds as one compressed event.
SET SESSION binlog_transaction_compression = ON;
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(200), b JSON);
CREATE TABLE keyless (a INT, b VARCHAR(200));
INSERT INTO t VALUES (1, REPEAT('a', 200), '[1]'), (2, REPEAT('b', 200), '{}');
INSERT INTO keyless VALUES (1, REPEAT('k', 200)), (1, REPEAT('k', 200));
