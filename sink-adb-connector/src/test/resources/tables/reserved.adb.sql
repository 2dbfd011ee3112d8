CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `select` INT,
  `default` INT,
  `key` INT,
  `timestamp` INT,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
