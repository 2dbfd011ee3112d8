ALTER TABLE `shop`.`t` MODIFY COLUMN `a` INT DEFAULT 7;
ALTER TABLE `shop`.`t` MODIFY COLUMN `b` VARCHAR NOT NULL;
-- column at: its default is dropped
