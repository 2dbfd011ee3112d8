-- The same in DDL of the incremental phase.
ALTER TABLE plain COMMENT 'it''s \\ "new" 日本 😀; -- x';
ALTER TABLE plain ADD COLUMN v VARCHAR(20) NOT NULL DEFAULT 'é''\\"' COMMENT 'v''s 😀';
INSERT INTO plain (id) VALUES (2);
ALTER TABLE commented MODIFY n BIGINT COMMENT 'changed /* x */ # y', COMMENT = '';
INSERT INTO commented VALUES (3, '', 9223372036854775807, NULL);
CREATE TABLE late (id INT NOT NULL PRIMARY KEY COMMENT "double 'quoted' é") COMMENT "double ""quoted"" \\";
INSERT INTO late VALUES (1);
CREATE INDEX by_v ON commented (v) COMMENT 'by ''v'' 日本';
ALTER TABLE commented ALTER INDEX by_n INVISIBLE;
