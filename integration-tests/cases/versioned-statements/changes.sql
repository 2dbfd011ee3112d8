/*!80012 ALTER TABLE t ADD COLUMN a INT DEFAULT 1 */;
/*!50003 ALTER */ /* x */ TABLE /*!99999 nothing */ t /* y */ ADD /*!80000 COLUMN */ b INT /*!80000 DEFAULT 2 */;
INSERT INTO t (id) VALUES (3);
ALTER TABLE t ADD COLUMN c VARCHAR(30) DEFAULT '/*! not code */' COMMENT '-- it''s /* nothing */';
ALTER /* DROP TABLE t */ TABLE t
  -- a line
  ADD COLUMN d INT, # another; with a semicolon
  ADD COLUMN e INT DEFAULT 5
;
INSERT INTO t (id) VALUES (4);
CREATE /*!50700 TABLE */ IF NOT EXISTS made /*!80000 (id INT PRIMARY KEY, */ /*!99999 never INT, */ v INT /*!80000 ) */;
INSERT INTO made VALUES (1, 1);
CREATE TABLE partial (id INT NOT NULL /*!50100 PRIMARY KEY */) /*!50100 PARTITION BY HASH (id) PARTITIONS 2 */;
INSERT INTO partial VALUES (1), (2);
ALTER TABLE partial /*!50100 REMOVE PARTITIONING */;
DROP /* x */ TABLE /*!50000 IF EXISTS */ made;
ALTER TABLE t RENAME /* to */ TO /* here */ t2;
UPDATE t2 SET b = 9 WHERE id = 1;
TRUNCATE /*!40000 TABLE */ partial;
INSERT INTO partial VALUES (3);
