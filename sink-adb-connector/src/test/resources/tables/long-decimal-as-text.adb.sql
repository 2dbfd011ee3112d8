CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `a` VARCHAR,
  `b` BIGINT NOT NULL,
  PRIMARY KEY (`b`)
)
DISTRIBUTED BY HASH(`b`);
-- column a: decimal becomes VARCHAR, which loses or changes: numbers become text, and sort as text
