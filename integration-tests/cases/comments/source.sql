-- Guards against comments of tables, columns, indexes and partitions that are re-encoded or unescaped on their way.
CREATE TABLE commented (
  id INT NOT NULL COMMENT 'it''s the "key" \\ back',
  v VARCHAR(10) DEFAULT 'it''s' COMMENT '日本 é 😀'' -- not a comment /* nor this */ ; `x`',
  n INT COMMENT 'line one\nline two\ttab',
  e ENUM('a') COMMENT '',
  PRIMARY KEY (id), KEY by_n (n) COMMENT 'index''s "comment" é'
) COMMENT='table''s \\ "comment" 日本 😀';
CREATE TABLE plain (id INT NOT NULL PRIMARY KEY);
INSERT INTO commented VALUES (1, 'it''s', 1, 'a'), (2, NULL, NULL, NULL);
INSERT INTO plain VALUES (1);
