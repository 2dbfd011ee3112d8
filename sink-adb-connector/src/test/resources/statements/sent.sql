/* mysql-connector-j-?.? (Revision: 7d6b0800528b6b25c68b52dc10d6c1c8429c100c) */SELECT  @@session.auto_increment_increment AS auto_increment_increment, @@character_set_client AS character_set_client, @@character_set_connection AS character_set_connection, @@character_set_results AS character_set_results, @@character_set_server AS character_set_server, @@collation_server AS collation_server, @@collation_connection AS collation_connection, @@init_connect AS init_connect, @@interactive_timeout AS interactive_timeout, @@license AS license, @@lower_case_table_names AS lower_case_table_names, @@max_allowed_packet AS max_allowed_packet, @@net_write_timeout AS net_write_timeout, @@performance_schema AS performance_schema, @@query_cache_size AS query_cache_size, @@query_cache_type AS query_cache_type, @@sql_mode AS sql_mode, @@system_time_zone AS system_time_zone, @@time_zone AS time_zone, @@transaction_isolation AS transaction_isolation, @@wait_timeout AS wait_timeout;
ALTER TABLE `sent`.`copy` RENAME `keyed`;
ALTER TABLE `sent`.`keyed` RENAME `swapped`;
ALTER TABLE `sent`.`typed_relay_new` RENAME `typed`;
ALTER TABLE `sent`.`typed` ADD COLUMN `m` INT NOT NULL DEFAULT ? COMMENT ?;
ALTER TABLE `sent`.`typed` COMMENT ?;
ALTER TABLE `sent`.`typed` DROP COLUMN `o`;
ALTER TABLE `sent`.`typed` MODIFY COLUMN `o` INT DEFAULT ?;
ALTER TABLE `sent`.`typed` RENAME COLUMN `m` TO `o`;
ALTER TABLE `sent`.`typed` RENAME `typed_relay_old`;
ALTER TABLE sent.typed ADD COLUMN other INT;
CREATE DATABASE IF NOT EXISTS `mysql_relay`;
CREATE OR REPLACE VIEW `sent`.`typed_view` AS SELECT `id`, `n`, `t` FROM typed WHERE id > ?;
CREATE OR REPLACE VIEW `sent`.`v` AS SELECT ? AS one;
CREATE OR REPLACE VIEW `sent`.`v` AS SELECT id AS `x`, COUNT(*) AS `y` FROM keyed GROUP BY id;
CREATE OR REPLACE VIEW `sent`.`w` AS SELECT id AS `x`, COUNT(*) AS `y` FROM keyed GROUP BY id;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`checkpoint` (migration VARCHAR NOT NULL, topic_id VARCHAR NOT NULL, next_offset BIGINT NOT NULL, run VARCHAR, seq BIGINT NOT NULL, run_broken INT NOT NULL, run_after VARCHAR, executed VARCHAR, txn VARCHAR, ordinal BIGINT NOT NULL, unfinished VARCHAR, source_ts_ms BIGINT NOT NULL, updated_at DATETIME NOT NULL, PRIMARY KEY (migration)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`ddl_log` (migration VARCHAR NOT NULL, txn VARCHAR NOT NULL, ordinal BIGINT NOT NULL, phase VARCHAR NOT NULL, state VARCHAR NOT NULL, db VARCHAR, statement VARCHAR NOT NULL, steps VARCHAR, step INT NOT NULL, error VARCHAR, started_at DATETIME NOT NULL, finished_at DATETIME, PRIMARY KEY (migration, txn, ordinal)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`ddl_orders` (migration VARCHAR NOT NULL, txn VARCHAR NOT NULL, ordinal BIGINT NOT NULL, action VARCHAR NOT NULL, statement VARCHAR, used INT, PRIMARY KEY (migration, txn, ordinal)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`migration` (migration VARCHAR NOT NULL, phase VARCHAR NOT NULL, types VARCHAR, start_position VARCHAR, safe_until VARCHAR, PRIMARY KEY (migration)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`owner` (migration VARCHAR NOT NULL, epoch BIGINT NOT NULL, owner VARCHAR NOT NULL, token VARCHAR NOT NULL, PRIMARY KEY (migration)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`precheck` (migration VARCHAR NOT NULL, line BIGINT NOT NULL, made_at DATETIME NOT NULL, id VARCHAR NOT NULL, label VARCHAR NOT NULL, side VARCHAR NOT NULL, state VARCHAR NOT NULL, severity VARCHAR, code VARCHAR, found VARCHAR NOT NULL, objects VARCHAR NOT NULL, instruction VARCHAR NOT NULL, setting VARCHAR NOT NULL, ignored INT NOT NULL, PRIMARY KEY (migration, line)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`refused_rows` (migration VARCHAR NOT NULL, record_offset BIGINT NOT NULL, txn VARCHAR NOT NULL, ordinal BIGINT NOT NULL, db VARCHAR NOT NULL, tbl VARCHAR NOT NULL, op VARCHAR NOT NULL, code VARCHAR NOT NULL, error VARCHAR NOT NULL, left_out_at DATETIME NOT NULL, PRIMARY KEY (migration, record_offset)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`sessions` (migration VARCHAR NOT NULL, connection_id BIGINT NOT NULL, holder VARCHAR NOT NULL, PRIMARY KEY (migration, connection_id)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`tables` (migration VARCHAR NOT NULL, db VARCHAR NOT NULL, tbl VARCHAR NOT NULL, state VARCHAR NOT NULL, existed INT NOT NULL, keyless INT, skip_until VARCHAR, row_count BIGINT, slots VARCHAR, slots_at VARCHAR, notes VARCHAR, identity VARCHAR, PRIMARY KEY (migration, db, tbl)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`victims` (migration VARCHAR NOT NULL, change_id VARCHAR NOT NULL, row_id VARCHAR NOT NULL, PRIMARY KEY (migration, change_id)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`views` (migration VARCHAR NOT NULL, db VARCHAR NOT NULL, view_name VARCHAR NOT NULL, state VARCHAR NOT NULL, query VARCHAR, default_db VARCHAR, PRIMARY KEY (migration, db, view_name)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`xa_pending` (migration VARCHAR NOT NULL, xid VARCHAR NOT NULL, from_offset BIGINT NOT NULL, piece BIGINT NOT NULL, txn VARCHAR NOT NULL, more INT NOT NULL, changes BINARY, PRIMARY KEY (migration, xid, from_offset, piece)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `mysql_relay`.`xa_prepared` (migration VARCHAR NOT NULL, xid VARCHAR NOT NULL, txn VARCHAR NOT NULL, PRIMARY KEY (migration, xid)) DISTRIBUTED BY HASH(migration) COMMENT ?;
CREATE TABLE IF NOT EXISTS `sent`.`copy` (
  `id` BIGINT NOT NULL,
  `name` VARCHAR NOT NULL,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`)
STORAGE_POLICY=?;
CREATE TABLE IF NOT EXISTS `sent`.`keyed` (
  `id` BIGINT NOT NULL,
  `name` VARCHAR NOT NULL,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
CREATE TABLE IF NOT EXISTS `sent`.`keyless` (
  `relay_row_id` VARCHAR NOT NULL,
  `relay_row_image` VARCHAR NOT NULL,
  `a` INT,
  `b` VARCHAR,
  PRIMARY KEY (`relay_row_id`)
)
DISTRIBUTED BY HASH(`relay_row_id`);
CREATE TABLE IF NOT EXISTS `sent`.`pairs` (
  `a` BIGINT NOT NULL,
  `b` BIGINT NOT NULL,
  PRIMARY KEY (`a`,`b`)
)
DISTRIBUTED BY HASH(`a`,`b`);
CREATE TABLE IF NOT EXISTS `sent`.`typed_relay_new` (
  `id` BIGINT NOT NULL,
  `n` VARCHAR,
  `t` VARCHAR,
  `other` INT,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`)
STORAGE_POLICY=?
COMMENT ?;
CREATE TABLE IF NOT EXISTS `sent`.`typed` (
  `id` BIGINT NOT NULL,
  `n` INT,
  `t` VARCHAR,
  PRIMARY KEY (`id`)
)
DISTRIBUTED BY HASH(`id`);
DELETE FROM `mysql_relay`.`sessions` WHERE migration = ? AND holder = ?;
DELETE FROM `mysql_relay`.`tables` WHERE migration = ? AND db = ? AND tbl = ?;
DELETE FROM `mysql_relay`.`victims` WHERE migration = ? AND change_id IN (?);
DELETE FROM `mysql_relay`.`victims` WHERE migration = ? AND change_id IN (?, ...);
DELETE FROM `mysql_relay`.`views` WHERE migration = ? AND db = ? AND view_name = ?;
DELETE FROM `mysql_relay`.`xa_pending` WHERE migration = ? AND from_offset >= ?;
DELETE FROM `mysql_relay`.`xa_pending` WHERE migration = ? AND xid = ?;
DELETE FROM `mysql_relay`.`xa_prepared` WHERE migration = ? AND xid = ?;
DELETE FROM `sent`.`keyed` WHERE `id` IN (?, ...);
DELETE FROM `sent`.`keyless` WHERE `relay_row_id` IN (?);
DELETE FROM `sent`.`pairs` WHERE (`a` = ? AND `b` = ?) OR (`a` = ? AND `b` = ?);
DROP DATABASE IF EXISTS `sent`;
DROP TABLE IF EXISTS `sent`.`keyed`;
DROP TABLE IF EXISTS `sent`.`keyless`;
DROP TABLE IF EXISTS `sent`.`pairs`;
DROP TABLE IF EXISTS `sent`.`swapped`;
DROP TABLE IF EXISTS `sent`.`typed_relay_new`;
DROP TABLE IF EXISTS `sent`.`typed_relay_old`;
DROP TABLE IF EXISTS `sent`.`typed`;
DROP VIEW IF EXISTS `sent`.`typed_view`;
DROP VIEW IF EXISTS `sent`.`v`;
DROP VIEW IF EXISTS `sent`.`w`;
INSERT INTO `sent`.`typed_relay_new` (`id`,`n`,`t`,`other`) SELECT `id`,`n`,`t`,`other` FROM `sent`.`typed`;
KILL PROCESS ?;
REPLACE INTO `mysql_relay`.`checkpoint` (migration, topic_id, next_offset, run, seq, run_broken, run_after, executed, txn, ordinal, unfinished, source_ts_ms, updated_at) VALUES (?, ?, ?, ?, ?, ?, null, null, ?, ?, null, ?, ?);
REPLACE INTO `mysql_relay`.`ddl_log` (migration, txn, ordinal, phase, state, db, statement, steps, step, error, started_at, finished_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, null);
REPLACE INTO `mysql_relay`.`ddl_log` (migration, txn, ordinal, phase, state, db, statement, steps, step, error, started_at, finished_at) VALUES (?, ?, ?, ?, ?, ?, ?, null, ?, null, ?, ?);
REPLACE INTO `mysql_relay`.`ddl_orders` (migration, txn, ordinal, action, statement, used) VALUES (?, ?, ?, ?, ?, ?);
REPLACE INTO `mysql_relay`.`migration` (migration, phase, types, start_position, safe_until) VALUES (?, ?, ?, null, null);
REPLACE INTO `mysql_relay`.`owner` (migration, epoch, owner, token) VALUES (?, ?, ?, ?);
REPLACE INTO `mysql_relay`.`refused_rows` (migration, record_offset, txn, ordinal, db, tbl, op, code, error, left_out_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
REPLACE INTO `mysql_relay`.`sessions` (migration, connection_id, holder) VALUES (?, ?, ?);
REPLACE INTO `mysql_relay`.`tables` (migration, db, tbl, state, existed, keyless, skip_until, row_count, slots, slots_at, notes, identity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, null);
REPLACE INTO `mysql_relay`.`tables` (migration, db, tbl, state, existed, keyless, skip_until, row_count, slots, slots_at, notes, identity) VALUES (?, ?, ?, ?, ?, ?, null, ?, ?, null, ?, null);
REPLACE INTO `mysql_relay`.`tables` (migration, db, tbl, state, existed, keyless, skip_until, row_count, slots, slots_at, notes, identity) VALUES (?, ?, ?, ?, ?, ?, null, ?, null, null, null, ?);
REPLACE INTO `mysql_relay`.`tables` (migration, db, tbl, state, existed, keyless, skip_until, row_count, slots, slots_at, notes, identity) VALUES (?, ?, ?, ?, ?, ?, null, ?, null, null, null, null);
REPLACE INTO `mysql_relay`.`victims` (migration, change_id, row_id) VALUES (?,?,?);
REPLACE INTO `mysql_relay`.`victims` (migration, change_id, row_id) VALUES (?,?,?), ...;
REPLACE INTO `mysql_relay`.`views` (migration, db, view_name, state, query, default_db) VALUES (?, ?, ?, ?, ?, ?);
REPLACE INTO `mysql_relay`.`xa_pending` (migration, xid, from_offset, piece, txn, more, changes) VALUES (?, ?, ?, ?, ?, ?, ?);
REPLACE INTO `mysql_relay`.`xa_prepared` (migration, xid, txn) VALUES (?, ?, ?);
REPLACE INTO `sent`.`keyed` (`id`,`name`) VALUES (?,?);
REPLACE INTO `sent`.`keyed` (`id`,`name`) VALUES (?,?), ...;
REPLACE INTO `sent`.`keyed` (`id`,`name`) VALUES (?,NULL);
REPLACE INTO `sent`.`keyed` (`id`,`name`) VALUES (?,NULL), ...;
REPLACE INTO `sent`.`keyless` (`relay_row_id`,`relay_row_image`,`a`,`b`) VALUES (?,?,?,?);
REPLACE INTO `sent`.`keyless` (`relay_row_id`,`relay_row_image`,`a`,`b`) VALUES (?,?,?,?), ...;
REPLACE INTO `sent`.`keyless` (`relay_row_id`,`relay_row_image`,`a`,`b`) VALUES (?,?,?,NULL);
REPLACE INTO `sent`.`pairs` (`a`,`b`) VALUES (?,?), ...;
SELECT ? FROM `sent`.`keyless` LIMIT ?;
SELECT ? FROM information_schema.schemata WHERE lower(schema_name) = lower(?);
SELECT @@session.transaction_read_only;
SELECT COUNT(*) FROM `mysql_relay`.`refused_rows` WHERE migration = ?;
SELECT COUNT(*), COUNT(`id`), COUNT(`n`), COUNT(`t`), COUNT(`other`) FROM `sent`.`typed_relay_new`;
SELECT COUNT(*), COUNT(`id`), COUNT(`n`), COUNT(`t`), COUNT(`other`) FROM `sent`.`typed`;
SELECT action, statement FROM `mysql_relay`.`ddl_orders` WHERE migration = ? AND txn = ? AND ordinal = ? AND used IS NULL;
SELECT change_id, row_id FROM `mysql_relay`.`victims` WHERE migration = ? AND change_id IN (?);
SELECT change_id, row_id FROM `mysql_relay`.`victims` WHERE migration = ? AND change_id IN (?, ...);
SELECT changes FROM `mysql_relay`.`xa_pending` WHERE migration = ? AND xid = ? AND from_offset = ? AND piece = ?;
SELECT column_name FROM information_schema.columns WHERE lower(table_schema) = lower(?) AND lower(table_name) = lower(?) ORDER BY ordinal_position;
SELECT connection_id, holder FROM `mysql_relay`.`sessions` WHERE migration = ? AND holder <> ?;
SELECT db, tbl, state, existed, keyless, skip_until, row_count, slots, slots_at, notes, identity FROM `mysql_relay`.`tables` WHERE migration = ?;
SELECT db, view_name, state, query, default_db FROM `mysql_relay`.`views` WHERE migration = ?;
SELECT epoch, token FROM `mysql_relay`.`owner` WHERE migration = ?;
SELECT from_offset, piece, more FROM `mysql_relay`.`xa_pending` WHERE migration = ? AND xid = ? AND txn = ? ORDER BY from_offset, piece;
SELECT phase, types, start_position, safe_until FROM `mysql_relay`.`migration` WHERE migration = ?;
SELECT relay_row_id FROM `sent`.`keyless` WHERE relay_row_image = ? ORDER BY relay_row_id LIMIT ?;
SELECT state, COUNT(*) FROM `mysql_relay`.`ddl_log` WHERE migration = ? GROUP BY state;
SELECT state, steps, step, error FROM `mysql_relay`.`ddl_log` WHERE migration = ? AND txn = ? AND ordinal = ?;
SELECT table_name FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND table_type = ? ORDER BY table_name;
SELECT table_name FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND table_type LIKE ? ORDER BY table_name;
SELECT table_name, table_comment FROM information_schema.tables WHERE table_schema = ?;
SELECT table_type FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND lower(table_name) = lower(?);
SELECT token FROM `mysql_relay`.`owner` WHERE migration = ?;
SELECT topic_id, next_offset, run, seq, run_broken, run_after, executed, txn, ordinal, unfinished, source_ts_ms FROM `mysql_relay`.`checkpoint` WHERE migration = ?;
SELECT txn FROM `mysql_relay`.`xa_prepared` WHERE migration = ? AND xid = ?;
SET SESSION time_zone = ?;
SET autocommit=?;
SET character_set_results = NULL;
SET sql_mode=?;
SHOW CREATE TABLE `sent`.`copy`;
SHOW CREATE TABLE `sent`.`keyed`;
SHOW CREATE TABLE `sent`.`keyless`;
SHOW CREATE TABLE `sent`.`pairs`;
SHOW CREATE TABLE `sent`.`typed`;
SHOW PROCESSLIST;
TRUNCATE TABLE `sent`.`pairs`;
USE `sent`;
