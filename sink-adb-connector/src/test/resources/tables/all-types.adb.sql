CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `c_tiny` TINYINT DEFAULT 1,
  `c_tiny_u` SMALLINT,
  `c_small` SMALLINT,
  `c_small_u` INT,
  `c_medium` INT,
  `c_medium_u` INT,
  `c_int` INT,
  `c_int_u` BIGINT,
  `c_big` BIGINT,
  `c_big_u` DECIMAL(20,0),
  `c_dec` DECIMAL(38,10) DEFAULT 1.5000000000,
  `c_float` FLOAT DEFAULT 1.5,
  `c_double` DOUBLE,
  `c_bit` VARCHAR DEFAULT '5',
  `c_year` INT,
  `c_date` DATE,
  `c_time` TIME DEFAULT '10:00:00',
  `c_time6` TIME,
  `c_dt` DATETIME DEFAULT '2020-01-01 00:00:00',
  `c_dt6` DATETIME,
  `c_ts` TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  `c_ts3` TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  `c_char` VARCHAR DEFAULT 'x',
  `c_varchar` VARCHAR NOT NULL DEFAULT 'it''s \\ here',
  `c_text` VARCHAR,
  `c_binary` BINARY,
  `c_blob` BINARY,
  `c_enum` VARCHAR DEFAULT 'b',
  `c_set` VARCHAR DEFAULT 'x,y',
  `c_json` JSON,
  `c_point` BINARY,
  `c_geometry` BINARY,
  `c_gen` INT,
  `c_expr` VARCHAR,
  `c_inv` INT DEFAULT 7,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`)
COMMENT 'all ''types''';
-- column id: AUTO_INCREMENT is dropped
-- column c_bit: bit becomes VARCHAR, which loses or changes: the number as decimal text
-- column c_date: date becomes DATE, which loses or changes: zero and invalid dates
-- column c_date: its default is dropped
-- column c_date: is made nullable for zero dates
-- column c_time: time becomes TIME, which loses or changes: negative times and those of 24 hours or more
-- column c_time6: time becomes TIME, which loses or changes: negative times and those of 24 hours or more, digits behind milliseconds
-- column c_dt: datetime becomes DATETIME, which loses or changes: zero and invalid dates
-- column c_dt6: datetime becomes DATETIME, which loses or changes: zero and invalid dates, digits behind milliseconds
-- column c_ts: timestamp becomes TIMESTAMP, which loses or changes: zero and invalid dates
-- column c_ts: is made nullable for zero dates
-- column c_ts3: timestamp becomes TIMESTAMP, which loses or changes: zero and invalid dates
-- column c_binary: its default is dropped
-- column c_point: point becomes BINARY, which loses or changes: the bytes of MySQL's own form, SRID and WKB
-- column c_geometry: geometry becomes BINARY, which loses or changes: the bytes of MySQL's own form, SRID and WKB
-- column c_gen: is generated on the source and a plain column here
-- column c_expr: its default is dropped
