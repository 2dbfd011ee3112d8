-- Guards against tables that are created, copied, emptied or dropped out of order with their rows.
CREATE TABLE model (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20) NOT NULL DEFAULT 'x', KEY (v)) COMMENT 'model';
CREATE TABLE emptied (id INT NOT NULL PRIMARY KEY, v INT);
CREATE TABLE dropped_1 (id INT NOT NULL PRIMARY KEY);
CREATE TABLE dropped_2 (v INT);
CREATE TABLE never_filled (id INT NOT NULL PRIMARY KEY, v INT);
CREATE TABLE options (id INT NOT NULL PRIMARY KEY, v INT) ROW_FORMAT=COMPACT STATS_PERSISTENT=0;
INSERT INTO model (v) VALUES ('a'), ('b');
INSERT INTO emptied VALUES (1, 1), (2, 2);
INSERT INTO dropped_1 VALUES (1);
INSERT INTO dropped_2 VALUES (1), (1);
INSERT INTO options VALUES (1, 1);
