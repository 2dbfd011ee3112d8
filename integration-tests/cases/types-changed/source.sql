-- Guards against rows in the type before the last ALTER: every type becomes another one while rows flow.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, b VARCHAR(20), c DATETIME(6), d DECIMAL(10,3), e ENUM('1','2','3'), f DOUBLE, g TIMESTAMP(3) NULL, h BIT(8), i JSON, j BLOB, k SET('1','2'), l YEAR, m TIME(3));
INSERT INTO t VALUES (1, 1, '12', '2024-01-01 10:11:12.123456', 1.234, '2', 1.5, '2024-01-01 00:00:00.5', 65, '"x"', 'é', '1,2', 2024, '-10:00:00.5'), (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
