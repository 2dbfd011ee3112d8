-- ddl.views.enabled=true
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT, v VARCHAR(20));
CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `shop`.`v` (`one`,`and two`) AS select `shop`.`t`.`id` AS `id`,count(distinct `shop`.`t`.`a`) AS `count(distinct a)` from `shop`.`t` where (`shop`.`t`.`v` <> 'it''s "\\"') group by `shop`.`t`.`id` WITH CASCADED CHECK OPTION;
