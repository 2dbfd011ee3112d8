ALTER TABLE `shop`.`t` RENAME `x`;
ALTER TABLE `shop`.`t_new` RENAME `t`;
ALTER TABLE `shop`.`x` RENAME `t_new`;
