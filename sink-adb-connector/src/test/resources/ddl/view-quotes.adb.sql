CREATE OR REPLACE VIEW `shop`.`v` AS SELECT 'a' 'b' AS x, 'it''s' 's' AS y, v AS c FROM t;
