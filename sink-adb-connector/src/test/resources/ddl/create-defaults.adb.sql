CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `e` VARCHAR DEFAULT 'B',
  `e2` VARCHAR DEFAULT 'a',
  `s` VARCHAR DEFAULT 'x,z',
  `y` INT DEFAULT 2024,
  `c` VARCHAR DEFAULT 'ab',
  `v` VARCHAR DEFAULT 'A',
  `u` VARCHAR,
  `b` VARCHAR DEFAULT '5',
  `b2` VARCHAR DEFAULT '53',
  `b3` VARCHAR,
  `n` INT DEFAULT 7,
  `d` DOUBLE DEFAULT 1E+300,
  `f` FLOAT DEFAULT 0.00001,
  `t` TIME DEFAULT '01:02:03',
  `x` BINARY,
  `dt` DATETIME DEFAULT '2024-01-01 00:00:00',
  `z` DATE,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
-- column u: its default is dropped
-- column b: bit becomes VARCHAR, which loses or changes: the number as decimal text
-- column b2: bit becomes VARCHAR, which loses or changes: the number as decimal text
-- column b3: bit becomes VARCHAR, which loses or changes: the number as decimal text
-- column b3: its default is dropped
-- column t: time becomes TIME, which loses or changes: negative times and those of 24 hours or more
-- column x: its default is dropped
-- column dt: datetime becomes DATETIME, which loses or changes: zero and invalid dates
-- column z: date becomes DATE, which loses or changes: zero and invalid dates
-- column z: its default is dropped
