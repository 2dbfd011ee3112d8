CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `t` VARCHAR NOT NULL,
  `d` DATE NOT NULL,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
-- column d: date becomes DATE, which loses or changes: zero and invalid dates
-- column d: its default is dropped
