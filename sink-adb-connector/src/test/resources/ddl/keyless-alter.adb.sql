ALTER TABLE `shop`.`t` ADD COLUMN `c` INT NOT NULL DEFAULT 4;
ALTER TABLE `shop`.`t` DROP COLUMN `b`;
-- ADD PRIMARY KEY: the key in the target stays as it is
