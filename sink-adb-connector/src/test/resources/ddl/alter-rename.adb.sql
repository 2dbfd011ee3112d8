ALTER TABLE `shop`.`t` ADD COLUMN `n` INT;
ALTER TABLE `shop`.`t` RENAME `t2`;
