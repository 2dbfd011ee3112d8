-- Changes of nothing but blanks.
UPDATE by_char SET v = v + 10;
UPDATE by_char SET k = 'B' WHERE k = 'b ';
DELETE FROM by_char WHERE k = '   ';
UPDATE by_padded SET k = 'a' WHERE k = 'a';
UPDATE by_padded SET k = '', v = 30 WHERE k = '';
UPDATE by_padded SET k = 'A   ' WHERE k = 'A';
UPDATE by_no_pad SET v = v + 10;
UPDATE by_no_pad SET k = 'a   ' WHERE k = 'a';
DELETE FROM by_no_pad WHERE k = ' ';
UPDATE by_no_pad SET k = ' ' WHERE k = '';
UPDATE by_text SET k = 'a' WHERE v = 1;
UPDATE by_text SET k = 'B  ' WHERE v = 2;
DELETE FROM by_text WHERE v = 3 LIMIT 1;
UPDATE by_text SET k = '12345 6' WHERE v = 4;
INSERT INTO by_text VALUES ('c', 5), ('C ', 6) ON DUPLICATE KEY UPDATE v = v + 100, k = 'c  ';
