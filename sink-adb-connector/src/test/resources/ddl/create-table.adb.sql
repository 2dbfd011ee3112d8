CREATE TABLE IF NOT EXISTS `shop`.`n` (
  `id` BIGINT NOT NULL,
  `v` VARCHAR,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
-- column id: AUTO_INCREMENT is dropped
