INSERT INTO t (id) VALUES (3);
UPDATE `select` SET `order by` = 3;
