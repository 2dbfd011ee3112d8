-- The same through the binlog.
INSERT INTO shapes SELECT id + 10, g, p, l, a, mp, ml, ma, gc FROM shapes WHERE id < 10;
UPDATE shapes SET g = l, p = ST_GeomFromText('POINT(1 1)', 4326) WHERE id IN (1, 11);
UPDATE shapes SET g = gc, a = NULL WHERE id IN (2, 12);
UPDATE shapes SET g = ST_SRID(g, 0) WHERE id = 3;
INSERT INTO places VALUES (3, ST_GeomFromText('POINT(0 0)', 4326), ST_GeomFromText('POLYGON((0 0, 1 0, 1 1, 0 0))'));
UPDATE places SET p = ST_GeomFromText('POINT(11.5 48.1)', 4326) WHERE id = 1;
UPDATE keyless_shapes SET v = 2 WHERE g = ST_GeomFromText('POINT(1 2)') AND ST_SRID(g) = 0 LIMIT 1;
DELETE FROM keyless_shapes WHERE g = ST_GeomFromText('POINT(2 1)', 4326) AND v = 1;
DELETE FROM keyless_shapes WHERE g IS NULL;
ALTER TABLE places ADD COLUMN q POINT, DROP KEY g;
ALTER TABLE places MODIFY g GEOMETRY NULL;
UPDATE places SET q = g, g = NULL WHERE id = 2;
ALTER TABLE shapes MODIFY p GEOMETRY, ADD COLUMN h LINESTRING SRID 4326;
UPDATE shapes SET p = a, h = ST_GeomFromText('LINESTRING(1 2, 3 4)', 4326) WHERE id IN (1, 2);
