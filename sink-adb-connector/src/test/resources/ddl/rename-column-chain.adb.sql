ALTER TABLE `shop`.`t` RENAME COLUMN `a` TO `z`;
ALTER TABLE `shop`.`t` RENAME COLUMN `c` TO `a`;
