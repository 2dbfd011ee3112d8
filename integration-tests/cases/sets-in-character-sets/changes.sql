-- The same through the binlog, as keys, and with members that get other numbers.
INSERT INTO sets VALUES
  (11, 'é', '中', '', '中', '日', '①', '日', '한', 'Б', 'а', 'Α', 'a', 'é', 'Š', 'ก', 'א', 'ا', 'é', 'é', 'é', 'é', 'a', 'a', 'a', 'a', 'А', 'a'),
  (12, 'ÿ,a', '丂,a', '中,a', '﹏,a', '―,ｱ', 'ⅰ,a', '丂,a', '가,a', 'я,a', 'ъ,a', 'ας,b', 'b,ä', 'ą,a', 'ž,a', 'ฮ,a', 'ת,a', 'ي,a', '日,a', '日,a', '日,a', '日,a', 'b,ä', 'b,c', 'b,c', 'b,c', 'я,a', 'b,ä'),
  (13, 'a', 'a', 'a', 'a', 'ｱ', 'a', 'a', 'a', 'a', 'a', 'b', 'ä', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'ä', 'c', 'c', 'c', 'a', 'ä'),
  (14, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
UPDATE sets SET latin1_c = 'ÿ', gbk_c = '丂', gb18030_c = '中', big5_c = '﹏', sjis_c = '―', cp932_c = 'ⅰ', ujis_c = '丂', euckr_c = '가', cp1251_c = 'я', koi8r_c = 'ъ', greek_c = 'ας', hp8_c = 'b', latin2_c = 'ą', cp1250_c = 'ž', tis620_c = 'ฮ', hebrew_c = 'ת', cp1256_c = 'ي', ucs2_c = '日', utf16_c = '日', utf32_c = '日', utf16le_c = '日', swe7_c = 'b', macce_c = 'b', geostd8_c = 'b', armscii8_c = 'b', cp866_c = 'я', dec8_c = 'b' WHERE id IN (1, 4);
UPDATE latin1_key SET k = 'ÿ' WHERE k = 'é' AND n = 5;
DELETE FROM latin1_key WHERE k = 'a';
UPDATE latin1_key SET n = n + 10 WHERE k = '';
UPDATE gbk_key SET k = '丂' WHERE k = '中' AND n = 5;
DELETE FROM gbk_key WHERE k = 'a';
UPDATE gbk_key SET n = n + 10 WHERE k = '';
UPDATE sjis_key SET k = '―' WHERE k = '日' AND n = 5;
DELETE FROM sjis_key WHERE k = 'ｱ';
UPDATE sjis_key SET n = n + 10 WHERE k = '';
UPDATE utf16_key SET k = '日' WHERE k = 'é' AND n = 5;
DELETE FROM utf16_key WHERE k = 'a';
UPDATE utf16_key SET n = n + 10 WHERE k = '';
UPDATE koi8r_key SET k = 'ъ' WHERE k = 'а' AND n = 5;
DELETE FROM koi8r_key WHERE k = 'a';
UPDATE koi8r_key SET n = n + 10 WHERE k = '';
UPDATE hebrew_key SET k = 'ת' WHERE k = 'א' AND n = 5;
DELETE FROM hebrew_key WHERE k = 'a';
UPDATE hebrew_key SET n = n + 10 WHERE k = '';
ALTER TABLE sets
  MODIFY latin1_c SET('new','ÿ','a','é') CHARACTER SET latin1 DEFAULT 'ÿ',
  MODIFY gbk_c SET('new','丂','a','中') CHARACTER SET gbk DEFAULT '丂',
  MODIFY gb18030_c SET('new','中','a','') CHARACTER SET gb18030 DEFAULT '中',
  MODIFY big5_c SET('new','﹏','a','中') CHARACTER SET big5 DEFAULT '﹏',
  MODIFY sjis_c SET('new','―','ｱ','日') CHARACTER SET sjis DEFAULT '―',
  MODIFY cp932_c SET('new','ⅰ','a','①') CHARACTER SET cp932 DEFAULT 'ⅰ',
  MODIFY ujis_c SET('new','丂','a','日') CHARACTER SET ujis DEFAULT '丂',
  MODIFY euckr_c SET('new','가','a','한') CHARACTER SET euckr DEFAULT '가',
  MODIFY cp1251_c SET('new','я','a','Б') CHARACTER SET cp1251 DEFAULT 'я',
  MODIFY koi8r_c SET('new','ъ','a','а') CHARACTER SET koi8r DEFAULT 'ъ',
  MODIFY greek_c SET('new','ας','b','Α') CHARACTER SET greek DEFAULT 'ας',
  MODIFY hp8_c SET('new','b','ä','a') CHARACTER SET hp8 DEFAULT 'b',
  MODIFY latin2_c SET('new','ą','a','é') CHARACTER SET latin2 DEFAULT 'ą',
  MODIFY cp1250_c SET('new','ž','a','Š') CHARACTER SET cp1250 DEFAULT 'ž',
  MODIFY tis620_c SET('new','ฮ','a','ก') CHARACTER SET tis620 DEFAULT 'ฮ',
  MODIFY hebrew_c SET('new','ת','a','א') CHARACTER SET hebrew DEFAULT 'ת',
  MODIFY cp1256_c SET('new','ي','a','ا') CHARACTER SET cp1256 DEFAULT 'ي',
  MODIFY ucs2_c SET('new','日','a','é') CHARACTER SET ucs2 DEFAULT '日',
  MODIFY utf16_c SET('new','日','a','é') CHARACTER SET utf16 DEFAULT '日',
  MODIFY utf32_c SET('new','日','a','é') CHARACTER SET utf32 DEFAULT '日',
  MODIFY utf16le_c SET('new','日','a','é') CHARACTER SET utf16le DEFAULT '日',
  MODIFY swe7_c SET('new','b','ä','a') CHARACTER SET swe7 DEFAULT 'b',
  MODIFY macce_c SET('new','b','c','a') CHARACTER SET macce DEFAULT 'b',
  MODIFY geostd8_c SET('new','b','c','a') CHARACTER SET geostd8 DEFAULT 'b',
  MODIFY armscii8_c SET('new','b','c','a') CHARACTER SET armscii8 DEFAULT 'b',
  MODIFY cp866_c SET('new','я','a','А') CHARACTER SET cp866 DEFAULT 'я',
  MODIFY dec8_c SET('new','b','ä','a') CHARACTER SET dec8 DEFAULT 'b';
INSERT INTO sets VALUES
  (20, 'é', '中', '', '中', '日', '①', '日', '한', 'Б', 'а', 'Α', 'a', 'é', 'Š', 'ก', 'א', 'ا', 'é', 'é', 'é', 'é', 'a', 'a', 'a', 'a', 'А', 'a'),
  (21, 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new', 'new');
INSERT INTO sets (id) VALUES (22);
UPDATE sets SET latin1_c = 'new', gbk_c = 'new', gb18030_c = 'new', big5_c = 'new', sjis_c = 'new', cp932_c = 'new', ujis_c = 'new', euckr_c = 'new', cp1251_c = 'new', koi8r_c = 'new', greek_c = 'new', hp8_c = 'new', latin2_c = 'new', cp1250_c = 'new', tis620_c = 'new', hebrew_c = 'new', cp1256_c = 'new', ucs2_c = 'new', utf16_c = 'new', utf32_c = 'new', utf16le_c = 'new', swe7_c = 'new', macce_c = 'new', geostd8_c = 'new', armscii8_c = 'new', cp866_c = 'new', dec8_c = 'new' WHERE id = 12;
