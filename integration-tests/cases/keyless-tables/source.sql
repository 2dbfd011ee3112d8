-- Guards against keyless tables that gain or lose one of several equal rows, or change a row that only looks equal.
CREATE TABLE equal_rows (a INT, b VARCHAR(20));
CREATE TABLE nearly_equal (t VARCHAR(20) COLLATE utf8mb4_general_ci, c CHAR(10), l VARCHAR(20) CHARACTER SET latin1);
CREATE TABLE many_types (i BIGINT UNSIGNED, f FLOAT, d DOUBLE, n DECIMAL(30,10), b BLOB, t TEXT, x VARBINARY(10), bt BIT(9), j JSON, e ENUM('a','b'), s SET('x','y'), dt DATETIME(6), ts TIMESTAMP(3) NULL, tm TIME(6), y YEAR, dd DATE);
CREATE TABLE one_column (v INT);
CREATE TABLE with_index (v INT, w INT, KEY (v));
INSERT INTO equal_rows VALUES (1, 'x'), (1, 'x'), (1, 'x'), (NULL, NULL), (NULL, NULL), (NULL, 'x'), (2, ''), (2, NULL);
INSERT INTO nearly_equal VALUES ('a', 'a', 'a'), ('A', 'a', 'a'), ('a ', 'a', 'a'), ('á', 'a', 'a'), ('a', 'A', 'a'), ('a', 'a', 'A'), ('a', 'a', 'á'), ('😀', '😀', _latin1 X'81'), ('👍', '😀', _latin1 X'80');
INSERT INTO many_types VALUES
  (18446744073709551615, 0.1, 0.1, 0.1, X'00FF', 'text', X'6100', b'100000001', '{"a": 1}', 'a', 'x', '2024-01-01 00:00:00.000001', '2024-01-01 00:00:00.001', '-00:00:00.000001', 2024, '2024-01-01'),
  (18446744073709551615, 0.1, 0.1, 0.1, X'00FF', 'text', X'6100', b'100000001', '{"a": 1}', 'a', 'x', '2024-01-01 00:00:00.000001', '2024-01-01 00:00:00.001', '-00:00:00.000001', 2024, '2024-01-01'),
  (18446744073709551615, 0.1, 0.1, 0.1, X'00FF', 'text', X'610000', b'100000001', '{"a": 1}', 'a', 'x', '2024-01-01 00:00:00.000001', '2024-01-01 00:00:00.001', '-00:00:00.000001', 2024, '2024-01-01'),
  (0, 16777217, 1e-310, -0.0000000001, '', '', '', 0, 'null', 'b', '', '0001-01-01', NULL, '-838:59:59', 0, '9999-12-31'),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO one_column VALUES (1), (1), (1), (NULL), (NULL), (0);
INSERT INTO with_index VALUES (1, 1), (1, 1), (1, 2), (NULL, 1);
