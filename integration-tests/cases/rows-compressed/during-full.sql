SET SESSION binlog_transaction_compression = ON;
UPDATE t SET a = REPEAT('c', 150) WHERE id = 1;
INSERT INTO keyless VALUES (2, 'x');
