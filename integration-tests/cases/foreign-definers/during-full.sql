-- Made while rows are read.
CREATE DEFINER = `later`@`%` PROCEDURE later() SELECT 'DEFINER=`later`@`%`';
INSERT INTO t VALUES (2, 'two');
