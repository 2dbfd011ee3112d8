-- Dropped while rows are read.
DROP PROCEDURE other;
DROP FUNCTION other;
DROP EVENT other;
DROP VIEW b_view;
INSERT INTO same VALUES (2, 0);
