TRUNCATE TABLE `shop`.`t`;
