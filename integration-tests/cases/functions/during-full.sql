-- A function made and used while rows are read.
CREATE FUNCTION during(a INT) RETURNS INT DETERMINISTIC RETURN a + 1;
INSERT INTO t VALUES (during(9), 'ten');
DO modifies_(20);
