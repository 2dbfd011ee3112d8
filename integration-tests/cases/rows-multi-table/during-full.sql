UPDATE a, b SET a.v = 7, b.v = 'd' WHERE a.id = b.a_id AND a.id = 1;
DELETE c FROM c JOIN a ON a.id = c.a_id WHERE a.id = 2;
INSERT INTO c VALUES (1, 1), (2, 5);
