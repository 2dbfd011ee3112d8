-- An event runs and is dropped by the server while rows are read.
CREATE EVENT runs ON SCHEDULE AT CURRENT_TIMESTAMP DO INSERT INTO t (v, at) VALUES ('ran', NOW(3));
DO SLEEP(1.5);
