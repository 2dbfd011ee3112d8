INSERT INTO t (v, n) VALUES ('during', 0);
