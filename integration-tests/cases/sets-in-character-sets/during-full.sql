-- Guards against members that differ between the load and a change during it.
UPDATE sets SET latin1_c = 'a', gbk_c = 'a', gb18030_c = 'a', big5_c = 'a', sjis_c = 'ｱ', cp932_c = 'a', ujis_c = 'a', euckr_c = 'a', cp1251_c = 'a', koi8r_c = 'a', greek_c = 'b', hp8_c = 'ä', latin2_c = 'a', cp1250_c = 'a', tis620_c = 'a', hebrew_c = 'a', cp1256_c = 'a', ucs2_c = 'a', utf16_c = 'a', utf32_c = 'a', utf16le_c = 'a', swe7_c = 'ä', macce_c = 'c', geostd8_c = 'c', armscii8_c = 'c', cp866_c = 'a', dec8_c = 'ä' WHERE id = 2;
UPDATE latin1_key SET k = 'ÿ' WHERE n = 3;
UPDATE gbk_key SET k = '丂' WHERE n = 3;
UPDATE sjis_key SET k = '―' WHERE n = 3;
UPDATE utf16_key SET k = '日' WHERE n = 3;
UPDATE koi8r_key SET k = 'ъ' WHERE n = 3;
UPDATE hebrew_key SET k = 'ת' WHERE n = 3;
