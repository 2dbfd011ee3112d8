-- The same through the binlog's binary JSON form.
INSERT INTO documents VALUES
  (21, '{}', '[]'), (22, 'null', 'null'), (23, NULL, '""'), (24, 'true', 'false'), (25, '0', '-1'),
  (26, '18446744073709551615', '-9223372036854775808'), (27, '9223372036854775807', '9223372036854775808'),
  (28, '1.5', '1e308'), (29, '0.1', '-1.7976931348623157e308'), (30, '1.0', '100.0'), (31, '1e-300', '1e22'), (32, '123456789.123456789', '2.2250738585072014e-308'),
  (33, '"é 日本 😀"', '"quote \\" back \\\\ slash \\/ nl \\n tab \\t nul \\u0000 uni \\u00e9 pair \\ud83d\\ude00 ctl \\u0001\\u001f\\u007f"'),
  (34, '{"b": 1, "a": {"c": [1, [2, [3, {"d": null}]]]}, "aa": true, "": "empty key", "日本": "key"}', '[null, true, false, 0, "", {}, []]'),
  (35, '{"a": 1, "a": 2}', '{"it\'s": "a\'b", "x\\"y": "`", "per%cent": "?"}'),
  (36, '[1, 1.0, 1.5, "1", 65535, 65536, 2147483648, 4294967296, -32769]', '   {   "spaced"   :   1   }   ');
INSERT INTO documents VALUES (37, CONCAT('[', REPEAT('{"key": "value 😀", "n": 12345678901},', 3000), '0]'), CONCAT('"', REPEAT('x', 70000), '"'));
UPDATE documents SET j = JSON_SET(j, '$.a.c[1][0]', 'changed 😀', '$.b', 1.0) WHERE id IN (14, 34);
UPDATE documents SET j = JSON_REMOVE(j, '$[0]') WHERE id = 17;
UPDATE documents SET j = JSON_REPLACE(j, '$[1].n', 18446744073709551615) WHERE id = 37;
UPDATE documents SET j = JSON_ARRAY_APPEND(k, '$', JSON_OBJECT('x', NULL)) WHERE id = 21;
UPDATE documents SET j = NULL WHERE id = 2;
UPDATE documents SET j = 'null' WHERE id = 3;
UPDATE documents SET k = JSON_MERGE_PRESERVE(k, '[1.0]') WHERE id = 16;
DELETE FROM documents WHERE id IN (1, 26);
INSERT INTO documents_without_key VALUES ('{"a": 1}', 1), (NULL, 4), ('null', 4), ('0.1', 5), ('"é"', 6);
UPDATE documents_without_key SET n = 7 WHERE j = CAST('0.1' AS JSON);
UPDATE documents_without_key SET j = JSON_SET(j, '$.a', 2) WHERE n = 1 LIMIT 1;
DELETE FROM documents_without_key WHERE n = 1 LIMIT 1;
DELETE FROM documents_without_key WHERE j IS NULL AND n = 4;
ALTER TABLE documents ADD COLUMN l JSON AFTER id;
UPDATE documents SET l = JSON_OBJECT('id', id, 'double', 1e0, 'text', '"') WHERE id < 10;
INSERT INTO documents (id, k) VALUES (60, '[]');
