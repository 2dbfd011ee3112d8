ALTER TABLE `shop`.`t` ADD COLUMN `c` INT NOT NULL DEFAULT 4;
ALTER TABLE `shop`.`t` DROP COLUMN `b`;
-- refused: RELAY-4066 table shop.t: ADD PRIMARY KEY: AnalyticDB's primary key cannot be changed [make the table in the target what it is on the source, then let the statement be skipped by a row in ddl_orders (docs/runbook.md), and restart the task]
