-- Guards against geometry changed during the load.
UPDATE places SET g = ST_GeomFromText('POINT(7 7)') WHERE id = 2;
UPDATE keyless_shapes SET v = 3 WHERE ST_SRID(g) = 4326 LIMIT 1;
INSERT INTO shapes (id, p) VALUES (20, ST_GeomFromText('POINT(3 3)'));
