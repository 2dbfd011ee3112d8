CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `at` DATETIME NOT NULL,
  PRIMARY KEY (`id`,`at`)
)
DISTRIBUTED BY HASH(`id`)
PARTITION BY VALUE(DATE_FORMAT(`at`,'%Y%m%d'));
-- partition column at is added to the primary key
-- column at: datetime becomes DATETIME, which loses or changes: zero and invalid dates, digits behind milliseconds
