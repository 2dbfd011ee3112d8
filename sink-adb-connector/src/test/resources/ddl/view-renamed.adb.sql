CREATE OR REPLACE VIEW `shop`.`x` AS SELECT 1 AS id;
DROP VIEW IF EXISTS `shop`.`v`;
-- shop.w is left out as v
ALTER TABLE `shop`.`t` RENAME `w`;
CREATE OR REPLACE VIEW `shop`.`t` AS SELECT 1 AS id;
DROP VIEW IF EXISTS `shop`.`x`;
-- view shop.w is not in the target
