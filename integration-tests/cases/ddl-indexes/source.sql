-- Guards against indexes that do not arrive as they are: descending, invisible, prefix, functional parts, FULLTEXT with a parser, comments, names.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, b VARCHAR(100), c TEXT, p POINT NOT NULL SRID 0, KEY desc_key (a DESC, b ASC), KEY prefix (b(10), c(20) DESC) COMMENT 'it''s "a" \\ comment 😀', UNIQUE KEY hidden (a, id) INVISIBLE, FULLTEXT KEY words (b, c), SPATIAL KEY (p));
CREATE TABLE chinese (id INT NOT NULL PRIMARY KEY, v TEXT, FULLTEXT KEY grams (v) WITH PARSER ngram);
CREATE TABLE blocks (id INT NOT NULL PRIMARY KEY, v VARCHAR(50), KEY (v) USING BTREE KEY_BLOCK_SIZE = 8) ROW_FORMAT = COMPRESSED KEY_BLOCK_SIZE = 8;
INSERT INTO t VALUES (1, 1, 'some words', 'more words', POINT(1, 1)), (2, NULL, NULL, NULL, POINT(0, 0));
INSERT INTO chinese VALUES (1, '全文索引'), (2, '数据库');
INSERT INTO blocks VALUES (1, 'x');
