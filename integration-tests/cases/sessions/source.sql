-- Guards against statements that run in another session state than the source's: sql_mode, time zone, character set, checks.
SET SESSION sql_mode = 'ANSI_QUOTES';
CREATE TABLE "quoted" ("id" INT NOT NULL PRIMARY KEY, "v" VARCHAR(20) DEFAULT 'it''s "x"');
INSERT INTO "quoted" ("id") VALUES (1);
SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';
CREATE TABLE backslashes (id INT NOT NULL PRIMARY KEY, v VARCHAR(20) DEFAULT 'C:\dir\\' COMMENT 'a\nb\\');
INSERT INTO backslashes (id) VALUES (1);
INSERT INTO backslashes VALUES (2, '\n\0\\'), (3, '\\');
SET SESSION sql_mode = DEFAULT, time_zone = '+05:30';
CREATE TABLE zoned (id INT NOT NULL PRIMARY KEY, ts TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', ts3 TIMESTAMP(3) NULL DEFAULT '2038-01-19 08:44:07.999', dt DATETIME DEFAULT '2020-01-01 00:00:00');
INSERT INTO zoned (id) VALUES (1);
SET SESSION time_zone = '-11:00';
INSERT INTO zoned VALUES (2, '2024-02-29 23:59:59', '2024-02-29 23:59:59.999', '2024-02-29 23:59:59');
