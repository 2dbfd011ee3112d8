-- Chains while rows are read.
INSERT INTO a VALUES (3, 30), (4, 1);
DELETE FROM c;
