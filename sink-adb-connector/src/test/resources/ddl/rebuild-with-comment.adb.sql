ALTER TABLE `shop`.`t` COMMENT 'new';
DROP TABLE IF EXISTS `shop`.`t_relay_new`;
CREATE TABLE IF NOT EXISTS `shop`.`t_relay_new` (
  `id` BIGINT NOT NULL,
  `a` VARCHAR,
  `b` VARCHAR NOT NULL DEFAULT 'x',
  `c` FLOAT,
  `d` DECIMAL(10,2),
  `at` DATETIME,
  `e` VARCHAR,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`)
COMMENT 'new';
INSERT INTO `shop`.`t_relay_new` (`id`,`a`,`b`,`c`,`d`,`at`,`e`) SELECT `id`,`a`,`b`,`c`,`d`,`at`,`e` FROM `shop`.`t`;
-- verify `id`,`a`,`b`,`c`,`d`,`at`,`e` `id`,`a`,`b`,`c`,`d`,`at`,`e`
ALTER TABLE `shop`.`t` RENAME `t_relay_old`;
ALTER TABLE `shop`.`t_relay_new` RENAME `t`;
DROP TABLE IF EXISTS `shop`.`t_relay_old`;
