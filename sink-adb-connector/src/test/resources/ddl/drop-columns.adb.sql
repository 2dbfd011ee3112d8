ALTER TABLE `shop`.`t` DROP COLUMN `a`;
ALTER TABLE `shop`.`t` DROP COLUMN `c`;
-- column zz is gone already
