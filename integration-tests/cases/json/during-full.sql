-- Guards against JSON values that a keyless table cannot find again while the full load runs.
UPDATE documents SET j = JSON_SET(j, '$.new', 1) WHERE id = 1;
INSERT INTO documents VALUES (50, 'null', '{"a": null}');
UPDATE documents_without_key SET n = 9 WHERE n = 3;
INSERT INTO documents_without_key VALUES ('{"a": 1}', 1);
DELETE FROM documents_without_key WHERE n = 1 LIMIT 1;
