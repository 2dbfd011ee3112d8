CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `at` DATETIME NOT NULL,
  `total` DECIMAL(10,2),
  `customer` BIGINT NOT NULL,
  PRIMARY KEY (`id`,`customer`,`at`)
)
DISTRIBUTED BY HASH(`customer`)
PARTITION BY VALUE(DATE_FORMAT(`at`,'%Y%m'));
-- partition column at is added to the primary key
-- column at: datetime becomes DATETIME, which loses or changes: zero and invalid dates
