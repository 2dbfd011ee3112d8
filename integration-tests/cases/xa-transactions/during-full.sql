XA START 'load';
INSERT INTO t (id, v) VALUES (100, 'in the load');
UPDATE t SET v = 'first' WHERE id = 1;
DELETE FROM heap WHERE a = 1 LIMIT 1;
DELETE FROM parent WHERE id = 3;
XA END 'load';
XA PREPARE 'load';
XA COMMIT 'load';
