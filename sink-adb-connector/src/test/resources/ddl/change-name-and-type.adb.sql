ALTER TABLE `shop`.`t` MODIFY COLUMN `a` BIGINT DEFAULT 3;
ALTER TABLE `shop`.`t` RENAME COLUMN `a` TO `aa`;
-- column a: NOT NULL is not carried over
