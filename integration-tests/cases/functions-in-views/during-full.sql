-- A function and a view of it, made while rows are read.
CREATE FUNCTION half(n INT) RETURNS INT DETERMINISTIC RETURN n DIV 2;
CREATE VIEW halves AS SELECT half(id) AS h FROM prices;
