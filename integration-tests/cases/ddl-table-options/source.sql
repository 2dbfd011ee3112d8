-- Guards against table options that are lost: row format, comments, counters, statistics, engine, compression, order and force.
CREATE TABLE t (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(100), n INT) ENGINE = InnoDB AUTO_INCREMENT = 100 COMMENT = 'a "comment" with ''quotes'' and 😀 \\' ROW_FORMAT = REDUNDANT STATS_PERSISTENT = 1 STATS_AUTO_RECALC = 0 STATS_SAMPLE_PAGES = 10 MAX_ROWS = 1000 MIN_ROWS = 1 AVG_ROW_LENGTH = 100 CHECKSUM = 1 PACK_KEYS = 1 DELAY_KEY_WRITE = 1;
CREATE TABLE commented (id INT NOT NULL PRIMARY KEY COMMENT 'it''s the `key`', v INT COMMENT '', w INT COMMENT '日本 😀 "x" \\ \n /* no */ -- no # no; no') COMMENT 'c';
INSERT INTO t (v, n) VALUES ('a', 3), ('b', 2), ('c', 1);
INSERT INTO commented VALUES (1, 1, 1);
