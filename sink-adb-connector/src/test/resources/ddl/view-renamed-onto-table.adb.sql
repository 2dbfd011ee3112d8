DROP VIEW IF EXISTS `shop`.`v`;
-- shop.v is left out as t
-- refused: RELAY-4070 view shop.t, until now shop.v: AnalyticDB has a table or view of this name already [make the view in AnalyticDB by hand if it is needed; a later statement that defines it anew is tried again]
