CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `at` DATETIME NOT NULL,
  `total` DECIMAL(10,2),
  `customer` INT NOT NULL,
  PRIMARY KEY (`id`,`at`)
)
DISTRIBUTED BY HASH(`id`)
PARTITION BY VALUE(DATE_FORMAT(`at`,'%Y%m%d')) LIFECYCLE 30 STORAGE_POLICY='MIXED' HOT_PARTITION_COUNT=7;
-- partition column at is added to the primary key
-- column at: datetime becomes DATETIME, which loses or changes: zero and invalid dates
