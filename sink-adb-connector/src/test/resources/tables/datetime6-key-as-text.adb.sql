CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `a` VARCHAR NOT NULL,
  `b` INT,
  PRIMARY KEY (`a`)
)
DISTRIBUTED BY HASH(`a`);
-- column a: datetime becomes VARCHAR, which loses or changes: becomes text, and sorts as text
