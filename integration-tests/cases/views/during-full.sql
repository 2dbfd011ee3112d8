-- Made, altered and dropped while rows are read.
CREATE VIEW during AS SELECT id, v FROM t;
ALTER VIEW altered AS SELECT id, a FROM t;
CREATE VIEW short AS SELECT 1 AS one;
DROP VIEW short;
DROP VIEW gone, gone_too;
CREATE OR REPLACE VIEW gone AS SELECT a FROM t;
INSERT INTO during VALUES (4, 'four');
