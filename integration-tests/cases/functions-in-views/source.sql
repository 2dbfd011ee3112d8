-- Guards against views that are made before the functions that they call, and functions that read views.
CREATE TABLE prices (id INT NOT NULL PRIMARY KEY, net DECIMAL(10,2) NOT NULL);
INSERT INTO prices VALUES (1, 100.00), (2, 19.99);
CREATE FUNCTION zz_gross(net DECIMAL(10,2)) RETURNS DECIMAL(12,4) DETERMINISTIC NO SQL RETURN net * 1.19;
CREATE VIEW aa_gross AS SELECT id, zz_gross(net) AS gross FROM prices;
CREATE FUNCTION aa_total() RETURNS DECIMAL(20,4) READS SQL DATA RETURN (SELECT SUM(gross) FROM aa_gross);
CREATE VIEW zz_total AS SELECT aa_total() AS total, functions_in_views.zz_gross(1) AS one;
CREATE VIEW aaa AS SELECT total + one AS x FROM zz_total;
