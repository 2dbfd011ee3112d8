CREATE TABLE IF NOT EXISTS `shop`.`t2` (
  `id` BIGINT NOT NULL,
  `a` INT,
  `b` VARCHAR NOT NULL DEFAULT 'x',
  `c` FLOAT,
  `d` DECIMAL(10,2),
  `at` DATETIME,
  `e` VARCHAR,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
-- is made like shop.t is in the target
