-- Guards against rows found again by a double, while the table is read in chunks by it.
UPDATE by_double SET k = 5e-324 * 3 WHERE v = 2;
UPDATE by_double SET v = 50 WHERE k = 0.3;
DELETE FROM float_rows WHERE n = 1 LIMIT 1;
UPDATE float_rows SET n = 22 WHERE n = 2;
