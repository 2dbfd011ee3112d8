DROP TABLE IF EXISTS `shop`.`t`;
-- shop.v is a view at the source, which DROP TABLE does not drop
