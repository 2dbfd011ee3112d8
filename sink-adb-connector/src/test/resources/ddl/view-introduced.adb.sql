CREATE OR REPLACE VIEW `shop`.`v` AS SELECT 'é' AS a, 'ü' AS b, x'00' AS c, 'it''s\n' AS d FROM t;
