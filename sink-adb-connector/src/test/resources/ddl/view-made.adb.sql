CREATE OR REPLACE VIEW `shop`.`v` AS select `shop`.`t`.`id` AS `one`,count(distinct `shop`.`t`.`a`) AS `and two` from `shop`.`t` where (`shop`.`t`.`v` <> 'it''s "\\"') group by `shop`.`t`.`id`;
