-- Guards against ENUM and SET members taken for their numbers, the error value taken for an empty member, and members with special characters.
CREATE TABLE enums (
  id INT NOT NULL PRIMARY KEY,
  e ENUM('a','b','c') DEFAULT 'b',
  n ENUM('0','1','2','10','') NOT NULL DEFAULT '0',
  q ENUM('it''s','a,b','"x"','back\\slash','日本','😀',' lead','`g`','a;b'),
  l ENUM('é','ß') CHARACTER SET latin1,
  ci ENUM('Upper','lower')
);
CREATE TABLE sets (
  id INT NOT NULL PRIMARY KEY,
  s SET('a','b','c') DEFAULT 'a,c',
  n SET('1','2','4','8') NOT NULL DEFAULT '',
  q SET('it''s','"x"','日本','😀','back\\slash'),
  w SET('m01','m02','m03','m04','m05','m06','m07','m08','m09','m10','m11','m12','m13','m14','m15','m16','m17','m18','m19','m20','m21','m22',
    'm23','m24','m25','m26','m27','m28','m29','m30','m31','m32','m33','m34','m35','m36','m37','m38','m39','m40','m41','m42','m43','m44','m45',
    'm46','m47','m48','m49','m50','m51','m52','m53','m54','m55','m56','m57','m58','m59','m60','m61','m62','m63','m64')
);
INSERT INTO enums VALUES
  (1, 'a', '0', 'it''s', 'é', 'upper'), (2, 'c', '1', 'a,b', 'ß', 'LOWER'), (3, NULL, '2', NULL, NULL, NULL), (4, 'b', '10', 'back\\slash', 'é', 1),
  (5, 3, '', '日本', 1, 2), (6, 1, 1, '😀', 'é', 1), (7, 1, 2, ' lead', 'é', 1), (8, 1, 5, '`g`', 2, 2), (9, 'a', '0', '"x"', 'é', 1), (10, 'a', '0', 'a;b', 'é', 1);
INSERT INTO sets VALUES
  (1, 'a', '1', 'it''s,"x"', 'm01'), (2, '', '', '', ''), (3, NULL, '1,8', NULL, NULL), (4, 'c,b,a', 2, '日本,😀', 'm64'),
  (5, 7, 15, 31, 18446744073709551615), (6, 'a,a', '2', 'back\\slash', 'm63,m64'), (7, 5, 8, 1, 9223372036854775808), (8, 5, 8, 1, 9223372036854775807);
CREATE TABLE enum_key (e ENUM('z','y','x') NOT NULL, s SET('p','q') NOT NULL, v INT, PRIMARY KEY (e, s));
INSERT INTO enum_key VALUES ('z', '', 1), ('z', 'p', 2), ('x', 'p,q', 3), ('y', 'q', 4);
-- the error value, number 0, which only a session without strict mode can store
SET SESSION sql_mode = '';
INSERT INTO enums (id, e, n) VALUES (20, 'no such', 'no such'), (21, 0, '');
