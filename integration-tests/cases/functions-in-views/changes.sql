-- A function is made anew below a view.
DROP FUNCTION zz_gross;
CREATE FUNCTION zz_gross(net DECIMAL(10,2)) RETURNS DECIMAL(12,4) DETERMINISTIC RETURN net * 1.07;
CREATE TABLE copied (id INT NOT NULL PRIMARY KEY, g DECIMAL(12,4));
INSERT INTO copied SELECT id, gross FROM aa_gross;
CREATE OR REPLACE VIEW halves AS SELECT half(half(id)) AS h, aa_total() AS t FROM prices;
DROP VIEW aaa;
