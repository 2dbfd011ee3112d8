ALTER TABLE `shop`.`t` ADD COLUMN `ok` INT;
-- refused: RELAY-4060 table shop.t: column name my col must begin with a letter or an underscore, and have at most 127 letters, digits and underscores [exclude the object, or rename it on the source before the migration begins (docs/analyticdb.md lists the rules)]
