-- Guards against blanks that are changed during the load.
UPDATE by_padded SET k = ' a  ' WHERE k = ' a';
UPDATE by_no_pad SET k = 'a     ' WHERE k = 'a  ';
INSERT INTO by_char VALUES ('d', 7);
