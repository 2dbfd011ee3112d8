ALTER TABLE `shop`.`t` ADD COLUMN `n` INT;
DROP TABLE IF EXISTS `shop`.`t_relay_new`;
CREATE TABLE IF NOT EXISTS `shop`.`t_relay_new` (
  `id` BIGINT NOT NULL,
  `a` VARCHAR COMMENT 'was a number',
  `b` VARCHAR NOT NULL DEFAULT 'x',
  `c` FLOAT,
  `d` DECIMAL(10,2),
  `at` DATETIME,
  `e` VARCHAR,
  `n` INT,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
INSERT INTO `shop`.`t_relay_new` (`id`,`a`,`b`,`c`,`d`,`at`,`e`,`n`) SELECT `id`,`a`,`b`,`c`,`d`,`at`,`e`,`n` FROM `shop`.`t`;
-- verify `id`,`a`,`b`,`c`,`d`,`at`,`e`,`n` `id`,`a`,`b`,`c`,`d`,`at`,`e`,`n`
ALTER TABLE `shop`.`t` RENAME `t_relay_old`;
ALTER TABLE `shop`.`t_relay_new` RENAME `t`;
DROP TABLE IF EXISTS `shop`.`t_relay_old`;
ALTER TABLE `shop`.`t` RENAME COLUMN `a` TO `a2`;
ALTER TABLE `shop`.`t` ADD COLUMN `m` INT;
