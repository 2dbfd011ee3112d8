DROP TABLE IF EXISTS `shop`.`t_relay_new`;
CREATE TABLE IF NOT EXISTS `shop`.`t_relay_new` (
  `id` BIGINT NOT NULL,
  `at` TIMESTAMP,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
INSERT INTO `shop`.`t_relay_new` (`id`,`at`) SELECT `id`,`at` FROM `shop`.`t`;
-- verify `id`,`at` `id`,`at`
ALTER TABLE `shop`.`t` RENAME `t_relay_old`;
ALTER TABLE `shop`.`t_relay_new` RENAME `t`;
DROP TABLE IF EXISTS `shop`.`t_relay_old`;
