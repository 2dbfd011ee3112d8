-- Guards against a row that is read under one spelling of its key and changed under another.
UPDATE word_0900 SET k = 'B', v = 20 WHERE k = 'b';
UPDATE word_general SET k = 'É' WHERE k = 'é';
DELETE FROM word_unicode WHERE k = 'X' AND n = 1;
INSERT INTO word_unicode VALUES ('X', 1, 40);
UPDATE word_as_cs SET u = 'BB' WHERE u = 'b';
