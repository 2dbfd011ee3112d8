-- Guards against tables of unusual storage: row formats, compression, MEMORY-like options and large pages of keys.
CREATE TABLE compressed (id INT NOT NULL PRIMARY KEY, v TEXT) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4;
CREATE TABLE redundant (id INT NOT NULL PRIMARY KEY, v VARCHAR(100), KEY (v)) ROW_FORMAT=REDUNDANT;
CREATE TABLE compact (id INT NOT NULL PRIMARY KEY, v VARCHAR(100) CHARACTER SET ucs2) ROW_FORMAT=COMPACT;
CREATE TABLE long_key (k VARCHAR(768) NOT NULL PRIMARY KEY, v INT) ROW_FORMAT=DYNAMIC CHARSET utf8mb4;
CREATE TABLE many_keys (a INT NOT NULL, b INT NOT NULL, c INT NOT NULL, d INT NOT NULL, e INT NOT NULL, f INT NOT NULL, g INT NOT NULL, h INT NOT NULL, v INT, PRIMARY KEY (a, b, c, d, e, f, g, h), UNIQUE KEY (h, g, f, e, d, c, b, a));
INSERT INTO compressed VALUES (1, REPEAT('x', 10000)), (2, '');
INSERT INTO redundant VALUES (1, 'é'), (2, NULL);
INSERT INTO compact VALUES (1, 'é'), (2, '日');
INSERT INTO long_key VALUES (REPEAT('a', 768), 1), (REPEAT('😀', 768), 2), (REPEAT('é', 767), 3), ('', 4), ('b', 5), ('c', 6);
INSERT INTO many_keys VALUES (1, 1, 1, 1, 1, 1, 1, 1, 1), (1, 1, 1, 1, 1, 1, 1, 2, 2), (1, 1, 1, 1, 2, 1, 1, 1, 3), (2, 1, 1, 1, 1, 1, 1, 1, 4), (1, 2, 1, 1, 1, 1, 1, 1, 5), (1, 1, 1, 1, 1, 1, 2, 1, 6);
