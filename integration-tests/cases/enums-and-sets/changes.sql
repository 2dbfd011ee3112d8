-- The same through the binlog, and members that get other numbers by DDL.
INSERT INTO enums VALUES
  (31, 'a', '0', 'it''s', 'é', 'upper'), (32, 'c', '1', 'a,b', 'ß', 'LOWER'), (33, NULL, '2', NULL, NULL, NULL), (34, 'b', '10', 'back\\slash', 'é', 1),
  (35, 3, '', '日本', 1, 2), (36, 1, 1, '😀', 'é', 1), (37, 1, 2, ' lead', 'é', 1), (38, 1, 5, 'a;b', 2, 2);
INSERT INTO enums (id) VALUES (39);
INSERT INTO sets VALUES
  (11, 'a', '1', 'it''s,"x"', 'm01'), (12, '', '', '', ''), (13, NULL, '1,8', NULL, NULL), (14, 'c,b,a', 2, '日本,😀', 'm64'),
  (15, 7, 15, 31, 18446744073709551615), (16, 5, 8, 1, 9223372036854775808);
INSERT INTO sets (id) VALUES (17);
UPDATE enums SET n = '1', e = NULL WHERE id = 1;
UPDATE enums SET n = '', q = 'a,b' WHERE id = 2;
UPDATE sets SET s = '', w = 'm01,m64' WHERE id = 5;
UPDATE sets SET s = NULL, n = '4' WHERE id = 1;
UPDATE enum_key SET e = 'y' WHERE e = 'z' AND s = 'p';
UPDATE enum_key SET s = 'p' WHERE v = 1;
DELETE FROM enum_key WHERE e = 'x';
SET SESSION sql_mode = '';
INSERT INTO enums (id, e, n) VALUES (40, 'no such', 'no such'), (41, 0, '');
UPDATE enums SET e = 'no such' WHERE id = 4;
UPDATE enums SET e = 'c' WHERE id = 20;
SET SESSION sql_mode = DEFAULT;
DELETE FROM enums WHERE id = 21;
ALTER TABLE enums MODIFY ci ENUM('lower','new','Upper');
UPDATE enums SET ci = 'new' WHERE id = 5;
INSERT INTO enums (id, ci) VALUES (50, 'Upper'), (51, 1);
ALTER TABLE sets MODIFY s SET('zero','a','b','c','d');
INSERT INTO sets (id, s) VALUES (50, 'zero,d'), (51, 3);
UPDATE sets SET s = 'a,zero' WHERE id = 14;
ALTER TABLE sets ADD COLUMN t SET('x','y') NOT NULL DEFAULT 'x,y' AFTER id, ADD COLUMN o ENUM('2','1') NOT NULL DEFAULT '1';
INSERT INTO sets (id) VALUES (52);
UPDATE sets SET t = '', o = '2' WHERE id = 51;
