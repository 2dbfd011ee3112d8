-- Guards against geometry that loses its SRID, swaps its axes or loses digits; every type, with and without SRID, as key prefix and in spatial indexes.
CREATE TABLE shapes (id INT NOT NULL PRIMARY KEY, g GEOMETRY, p POINT, l LINESTRING, a POLYGON, mp MULTIPOINT, ml MULTILINESTRING, ma MULTIPOLYGON, gc GEOMETRYCOLLECTION);
CREATE TABLE places (id INT NOT NULL PRIMARY KEY, p POINT NOT NULL SRID 4326, g GEOMETRY NOT NULL SRID 0, SPATIAL KEY (p), SPATIAL KEY (g));
CREATE TABLE keyless_shapes (g GEOMETRY, v INT);
INSERT INTO shapes VALUES (1, ST_GeomFromText('POINT(1 2)'), ST_GeomFromText('POINT(0.1 -0.2)'), ST_GeomFromText('LINESTRING(0 0, 1 1, 2 0.3333333333333333)'), ST_GeomFromText('POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 2))'),
    ST_GeomFromText('MULTIPOINT(1 1, 2 2)'), ST_GeomFromText('MULTILINESTRING((0 0, 1 1), (2 2, 3 3))'), ST_GeomFromText('MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))'), ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(0 0, 1 1), GEOMETRYCOLLECTION(POINT(9 9)))')),
  (2, ST_GeomFromText('POINT(48.1 11.5)', 4326), ST_GeomFromText('POINT(48.1 11.5)', 4326), ST_GeomFromText('LINESTRING(10 20, 30 40)', 4326), ST_GeomFromText('POLYGON((0 0, 0 10, 10 10, 0 0))', 4326), NULL, NULL, NULL, ST_GeomFromText('GEOMETRYCOLLECTION EMPTY')),
  (3, ST_GeomFromText('POINT(400000 5000000)', 3857), ST_GeomFromText('POINT(1e308 -1e-308)'), NULL, NULL, NULL, NULL, NULL, ST_GeomFromText('GEOMETRYCOLLECTION(POINT(80 170))', 4326)), (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO places VALUES (1, ST_GeomFromText('POINT(48.1 11.5)', 4326), ST_GeomFromText('LINESTRING(0 0, 5 5)')), (2, ST_GeomFromText('POINT(-90 180)', 4326), ST_GeomFromText('POINT(-1 -1)'));
INSERT INTO keyless_shapes VALUES (ST_GeomFromText('POINT(1 2)'), 1), (ST_GeomFromText('POINT(1 2)', 4326), 1), (ST_GeomFromText('POINT(2 1)', 4326), 1), (NULL, 1), (ST_GeomFromText('POINT(1 2)'), 1);
