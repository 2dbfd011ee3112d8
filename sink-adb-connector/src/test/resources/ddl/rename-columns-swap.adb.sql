ALTER TABLE `shop`.`t` RENAME COLUMN `a` TO `relay_renamed_0`;
ALTER TABLE `shop`.`t` RENAME COLUMN `c` TO `a`;
ALTER TABLE `shop`.`t` RENAME COLUMN `relay_renamed_0` TO `c`;
