CREATE TABLE `t` (
  `id` bigint NOT NULL,
  `mail` varchar(100) NOT NULL,
  `owner` bigint DEFAULT NULL,
  `place` geometry NOT NULL SRID 4326,
  `body` text,
  PRIMARY KEY (`id`),
  UNIQUE KEY `by_mail` (`mail`),
  KEY `by_body` (`body`(20)),
  FULLTEXT KEY `words` (`body`),
  SPATIAL KEY `where_is` (`place`),
  CONSTRAINT `fk` FOREIGN KEY (`owner`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `positive` CHECK ((`id` > 0))
) ENGINE=InnoDB
/*!50100 PARTITION BY HASH (`id`) PARTITIONS 4 */
