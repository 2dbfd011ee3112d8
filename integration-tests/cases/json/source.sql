-- Guards against JSON that is re-ordered, re-escaped or re-typed, and JSON null taken for SQL NULL.
CREATE TABLE documents (id INT NOT NULL PRIMARY KEY, j JSON, k JSON NOT NULL);
INSERT INTO documents VALUES
  (1, '{}', '[]'), (2, 'null', 'null'), (3, NULL, '""'), (4, 'true', 'false'), (5, '0', '-1'),
  (6, '18446744073709551615', '-9223372036854775808'), (7, '9223372036854775807', '9223372036854775808'),
  (8, '1.5', '1e308'), (9, '0.1', '-1.7976931348623157e308'), (10, '1.0', '100.0'), (11, '1e-300', '1e22'), (12, '123456789.123456789', '2.2250738585072014e-308'),
  (13, '"é 日本 😀"', '"quote \\" back \\\\ slash \\/ nl \\n tab \\t nul \\u0000 uni \\u00e9 pair \\ud83d\\ude00"'),
  (14, '{"b": 1, "a": {"c": [1, [2, [3, {"d": null}]]]}, "aa": true, "": "empty key", "日本": "key"}', '[null, true, false, 0, "", {}, []]'),
  (15, '{"a": 1, "a": 2}', '{"it\'s": "a\'b", "x\\"y": "`", "per%cent": "?"}'),
  (16, '[1, 1.0, 1.5, "1", 65535, 65536, 2147483648, 4294967296, -32769]', '   {   "spaced"   :   1   }   ');
INSERT INTO documents VALUES (17, CONCAT('[', REPEAT('{"key": "value 😀", "n": 12345678901},', 3000), '0]'), CONCAT('"', REPEAT('x', 70000), '"'));
CREATE TABLE documents_without_key (j JSON, n INT);
INSERT INTO documents_without_key VALUES ('{"a": 1}', 1), ('{"a": 1}', 1), ('null', 2), (NULL, 2), ('{"a": 1.0}', 1), ('"a"', 3);
