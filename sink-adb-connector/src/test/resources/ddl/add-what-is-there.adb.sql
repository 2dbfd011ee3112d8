ALTER TABLE `shop`.`t` ADD COLUMN `n` INT;
-- column a is there already
