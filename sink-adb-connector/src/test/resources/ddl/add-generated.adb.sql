ALTER TABLE `shop`.`t` ADD COLUMN `n` INT;
-- refused: RELAY-4066 table shop.t: ADD COLUMN g: the column is generated, so rows that are there have values that only the source can compute [make the table in the target what it is on the source, then let the statement be skipped by a row in ddl_orders (docs/runbook.md), and restart the task]
