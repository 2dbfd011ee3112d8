-- Guards against rows not found by keys of dates and times: fractions, negative times, zero dates, years.
SET SESSION sql_mode = '', time_zone = '+00:00';
CREATE TABLE by_time (k TIME(6) NOT NULL PRIMARY KEY, v INT);
CREATE TABLE by_datetime (k DATETIME(6) NOT NULL PRIMARY KEY, v INT);
CREATE TABLE by_timestamp (k TIMESTAMP(6) NOT NULL DEFAULT '2000-01-01', y YEAR NOT NULL, v INT, PRIMARY KEY (k, y), UNIQUE KEY (v));
CREATE TABLE by_date (k DATE NOT NULL PRIMARY KEY, v INT);
CREATE TABLE temporal_rows (d DATE, t TIME(3), dt DATETIME(2), ts TIMESTAMP(1) NULL, y YEAR);
INSERT INTO by_time VALUES ('-838:59:59', 1), ('838:59:59', 2), ('0', 3), ('-00:00:00.000001', 4), ('00:00:00.000001', 5), ('-00:00:01', 6), ('24:00:00', 7);
INSERT INTO by_datetime VALUES ('0000-00-00', 1), ('2024-02-00', 2), ('2024-02-01 00:00:00.000001', 3), ('2024-02-01', 4), ('0001-01-01', 5), ('9999-12-31 23:59:59.999999', 6);
INSERT INTO by_timestamp VALUES ('0000-00-00 00:00:00', 0, 1), ('0000-00-00 00:00:00', 2000, 2), ('2024-01-01 00:00:00.000001', 2024, 3), ('2024-01-01', 2024, 4), ('2038-01-19 03:14:07', 2155, NULL), ('1970-01-01 00:00:01', 1901, NULL);
INSERT INTO by_date VALUES ('0000-00-00', 1), ('2024-00-00', 2), ('2024-01-00', 3), ('2024-01-01', 4), ('9999-12-31', 5), ('0001-01-01', 6);
INSERT INTO temporal_rows VALUES ('0000-00-00', '0', '0000-00-00', 0, 0), ('0000-00-00', '0', '0000-00-00', 0, 0), ('2024-00-10', '-1:00:00.5', '2024-00-10 00:00:00.01', '2024-01-01 00:00:00.1', 1999), (NULL, NULL, NULL, NULL, NULL);
