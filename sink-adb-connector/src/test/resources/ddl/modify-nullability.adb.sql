ALTER TABLE `shop`.`t` MODIFY COLUMN `b` VARCHAR DEFAULT 'x';
-- column a: NOT NULL is not carried over
