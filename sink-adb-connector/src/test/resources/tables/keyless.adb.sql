CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `relay_row_id` VARCHAR NOT NULL,
  `relay_row_image` VARCHAR NOT NULL,
  `a` INT,
  `b` VARCHAR,
  PRIMARY KEY (`relay_row_id`)
)
DISTRIBUTED BY HASH(`relay_row_id`);
-- has no key: rows are told apart by the added columns relay_row_id and relay_row_image
-- index key by_a is dropped: AnalyticDB indexes every column by itself
