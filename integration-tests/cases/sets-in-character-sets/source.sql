-- Guards against SET members that are looked up as text of another character set; the load and the binlog carry numbers.
CREATE TABLE sets (
  id INT NOT NULL PRIMARY KEY,
  latin1_c SET('é','ÿ','a') CHARACTER SET latin1 DEFAULT 'é',
  gbk_c SET('中','丂','a') CHARACTER SET gbk DEFAULT '中',
  gb18030_c SET('','中','a') CHARACTER SET gb18030 DEFAULT '',
  big5_c SET('中','﹏','a') CHARACTER SET big5 DEFAULT '中',
  sjis_c SET('日','―','ｱ') CHARACTER SET sjis DEFAULT '日',
  cp932_c SET('①','ⅰ','a') CHARACTER SET cp932 DEFAULT '①',
  ujis_c SET('日','丂','a') CHARACTER SET ujis DEFAULT '日',
  euckr_c SET('한','가','a') CHARACTER SET euckr DEFAULT '한',
  cp1251_c SET('Б','я','a') CHARACTER SET cp1251 DEFAULT 'Б',
  koi8r_c SET('а','ъ','a') CHARACTER SET koi8r DEFAULT 'а',
  greek_c SET('Α','ας','b') CHARACTER SET greek DEFAULT 'Α',
  hp8_c SET('a','b','ä') CHARACTER SET hp8 DEFAULT 'a',
  latin2_c SET('é','ą','a') CHARACTER SET latin2 DEFAULT 'é',
  cp1250_c SET('Š','ž','a') CHARACTER SET cp1250 DEFAULT 'Š',
  tis620_c SET('ก','ฮ','a') CHARACTER SET tis620 DEFAULT 'ก',
  hebrew_c SET('א','ת','a') CHARACTER SET hebrew DEFAULT 'א',
  cp1256_c SET('ا','ي','a') CHARACTER SET cp1256 DEFAULT 'ا',
  ucs2_c SET('é','日','a') CHARACTER SET ucs2 DEFAULT 'é',
  utf16_c SET('é','日','a') CHARACTER SET utf16 DEFAULT 'é',
  utf32_c SET('é','日','a') CHARACTER SET utf32 DEFAULT 'é',
  utf16le_c SET('é','日','a') CHARACTER SET utf16le DEFAULT 'é',
  swe7_c SET('a','b','ä') CHARACTER SET swe7 DEFAULT 'a',
  macce_c SET('a','b','c') CHARACTER SET macce DEFAULT 'a',
  geostd8_c SET('a','b','c') CHARACTER SET geostd8 DEFAULT 'a',
  armscii8_c SET('a','b','c') CHARACTER SET armscii8 DEFAULT 'a',
  cp866_c SET('А','я','a') CHARACTER SET cp866 DEFAULT 'А',
  dec8_c SET('a','b','ä') CHARACTER SET dec8 DEFAULT 'a'
);
CREATE TABLE latin1_key (k SET('é','ÿ','a') CHARACTER SET latin1 NOT NULL, n INT NOT NULL, PRIMARY KEY (k, n), UNIQUE KEY (n, k));
INSERT INTO latin1_key VALUES ('é', 1), ('ÿ', 1), ('', 2), ('a', 3), ('a', 4), ('é', 5), ('', 6);
CREATE TABLE gbk_key (k SET('中','丂','a') CHARACTER SET gbk NOT NULL, n INT NOT NULL, PRIMARY KEY (k, n), UNIQUE KEY (n, k));
INSERT INTO gbk_key VALUES ('中', 1), ('丂', 1), ('', 2), ('a', 3), ('a', 4), ('中', 5), ('', 6);
CREATE TABLE sjis_key (k SET('日','―','ｱ') CHARACTER SET sjis NOT NULL, n INT NOT NULL, PRIMARY KEY (k, n), UNIQUE KEY (n, k));
INSERT INTO sjis_key VALUES ('日', 1), ('―', 1), ('', 2), ('ｱ', 3), ('ｱ', 4), ('日', 5), ('', 6);
CREATE TABLE utf16_key (k SET('é','日','a') CHARACTER SET utf16 NOT NULL, n INT NOT NULL, PRIMARY KEY (k, n), UNIQUE KEY (n, k));
INSERT INTO utf16_key VALUES ('é', 1), ('日', 1), ('', 2), ('a', 3), ('a', 4), ('é', 5), ('', 6);
CREATE TABLE koi8r_key (k SET('а','ъ','a') CHARACTER SET koi8r NOT NULL, n INT NOT NULL, PRIMARY KEY (k, n), UNIQUE KEY (n, k));
INSERT INTO koi8r_key VALUES ('а', 1), ('ъ', 1), ('', 2), ('a', 3), ('a', 4), ('а', 5), ('', 6);
CREATE TABLE hebrew_key (k SET('א','ת','a') CHARACTER SET hebrew NOT NULL, n INT NOT NULL, PRIMARY KEY (k, n), UNIQUE KEY (n, k));
INSERT INTO hebrew_key VALUES ('א', 1), ('ת', 1), ('', 2), ('a', 3), ('a', 4), ('א', 5), ('', 6);
INSERT INTO sets VALUES
  (1, 'é', '中', '', '中', '日', '①', '日', '한', 'Б', 'а', 'Α', 'a', 'é', 'Š', 'ก', 'א', 'ا', 'é', 'é', 'é', 'é', 'a', 'a', 'a', 'a', 'А', 'a'),
  (2, 'ÿ,a', '丂,a', '中,a', '﹏,a', '―,ｱ', 'ⅰ,a', '丂,a', '가,a', 'я,a', 'ъ,a', 'ας,b', 'b,ä', 'ą,a', 'ž,a', 'ฮ,a', 'ת,a', 'ي,a', '日,a', '日,a', '日,a', '日,a', 'b,ä', 'b,c', 'b,c', 'b,c', 'я,a', 'b,ä'),
  (3, 'a', 'a', 'a', 'a', 'ｱ', 'a', 'a', 'a', 'a', 'a', 'b', 'ä', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'ä', 'c', 'c', 'c', 'a', 'ä'),
  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
INSERT INTO sets (id) VALUES (6);
