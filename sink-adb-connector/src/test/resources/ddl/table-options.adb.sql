ALTER TABLE `shop`.`t` COMMENT 'it''s';
-- ENGINE has no counterpart and needs none
-- ROW_FORMAT has no counterpart and needs none
-- AUTO_INCREMENT has no counterpart and needs none
-- ALGORITHM has no counterpart and needs none
-- LOCK has no counterpart and needs none
