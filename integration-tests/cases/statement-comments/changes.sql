-- Leading, inner and trailing comments, odd case and white space.
/* leading */ ALTER TABLE t ADD COLUMN a INT;
INSERT INTO t VALUES (5, 'five', 5);
/* DROP TABLE t; */ ALTER /* inner */ TABLE t /* ; */ ADD COLUMN b INT DEFAULT 2 /* trailing */;
INSERT INTO t (id) VALUES (6);
	  aLtEr	tAbLe t
  DrOp
  CoLuMn a;
INSERT INTO t VALUES (7, 'seven', 7);
/*!80000 ALTER TABLE t ADD COLUMN c INT DEFAULT 3 */;
INSERT INTO t (id) VALUES (8);
ALTER TABLE t ADD COLUMN d INT /*!80000 NOT NULL DEFAULT 4 */ /*!99999 COMMENT 'never' */;
INSERT INTO t (id) VALUES (9);
/* INSERT INTO */ CREATE TABLE /*!32312 IF NOT EXISTS */ made (id INT NOT NULL PRIMARY KEY) /* ENGINE=MEMORY */;
INSERT INTO made VALUES (1);
/*+ no hint here */ CREATE TABLE made_2 (id INT NOT NULL PRIMARY KEY, v VARCHAR(10) DEFAULT '/* x */');
INSERT /*+ SET_VAR(sort_buffer_size = 262144) */ INTO made_2 (id) VALUES (1);
(SELECT 1);
DROP /* not t */ TABLE /*!50000 made */;
CREATE TABLE made (v INT);
INSERT INTO made VALUES (1), (1);
UPDATE /* x */ made SET v = 2 LIMIT 1;
