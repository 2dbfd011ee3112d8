ALTER TABLE `shop`.`t` DROP COLUMN `a`;
-- refused: RELAY-4066 table shop.t: DROP COLUMN id: a column of AnalyticDB's primary key cannot be changed [make the table in the target what it is on the source, then let the statement be skipped by a row in ddl_orders (docs/runbook.md), and restart the task]
