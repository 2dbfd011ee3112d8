CREATE TABLE IF NOT EXISTS `shop`.`t` (
  `id` BIGINT NOT NULL,
  `mail` VARCHAR NOT NULL,
  `owner` BIGINT,
  `place` BINARY NOT NULL,
  `body` VARCHAR,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
-- column place: geometry becomes BINARY, which loses or changes: the bytes of MySQL's own form, SRID and WKB
-- unique key by_mail is dropped: uniqueness is not enforced
-- index key by_body with a prefix or expression is dropped: AnalyticDB indexes every column by itself
-- fulltext key words is dropped: AnalyticDB indexes every column by itself
-- spatial key where_is is dropped: AnalyticDB indexes every column by itself
-- 1 foreign keys are dropped
-- 1 CHECK constraints are dropped
-- the source's partitions are dropped
