-- Guards against JSON whose structure, order of keys, escapes, sizes and numbers change on the way; also beyond 64 KB, where another binary form begins.
CREATE TABLE j (id INT NOT NULL PRIMARY KEY, d JSON, n JSON NOT NULL);
CREATE TABLE j_keyless (d JSON, v INT);
INSERT INTO j VALUES
  (1, JSON_OBJECT(REPEAT('k', 65535), 1, '', 2, 'é', 3, '"', 4, '\\', 5, '\n', 6), '"\\u0000\\u0007\\u0008\\u000b\\u000c\\u001f\\u007f\\u2028\\u2029"'),
  (2, JSON_ARRAY(9223372036854775807, -9223372036854775808, 18446744073709551615, 9223372036854775808, 4294967295, 4294967296, 2147483647, 2147483648, -2147483648, -2147483649, 65535, 65536, 32767, 32768, -32768, -32769), '[1e40]'),
  (3, '[1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 0.1, 1e15, 1e16, 1e17, 123456789012345680, -0.0, 1E+2, 1e-7]', 'null'),
  (4, CAST('"scalar"' AS JSON), 'true'), (5, 'null', 'null'), (6, NULL, '[]'), (7, CAST(CONCAT('"', REPEAT('é', 40000), '"') AS JSON), '{"a": {}}'),
  (8, (WITH RECURSIVE r (n, t) AS (SELECT 1, CAST('1' AS CHAR(2000)) UNION ALL SELECT n + 1, CONCAT('[', t, ']') FROM r WHERE n < 90) SELECT t FROM r ORDER BY n DESC LIMIT 1), '[[[[]]]]');

INSERT INTO j SELECT 9, CONCAT('{', GROUP_CONCAT(CONCAT('"key', n, '": [', n, ', "', REPEAT('x', 30), '", null, true, ', n, '.5]') SEPARATOR ', '), '}'), '1' FROM (WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 15) SELECT n FROM s) x;
INSERT INTO j VALUES (10, CONCAT('[', REPEAT('{"a": [1, 2.5, "drei", null, {"b": "c"}]},', 2000), '{}]'), CONCAT('{"big": "', REPEAT('y', 70000), '", "small": 1, "arr": [', REPEAT('70000,', 20000), '1]}'));
INSERT INTO j_keyless VALUES ('{"a": [1, 2]}', 1), ('{"a": [1, 2]}', 1), ('{"a": [1, 2.0]}', 1), ('[]', 2), ('null', 3), (NULL, 3), ('"1"', 4), ('1', 4), ('1.0', 4), ('true', 4);
