-- shop.v is left out as w
ALTER TABLE `shop`.`t` RENAME `v`;
-- view shop.v is not in the target
