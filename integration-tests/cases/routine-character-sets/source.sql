-- Guards against bodies that are converted: each keeps the bytes and the character set of the session that wrote it.
CREATE USER IF NOT EXISTS nobody@nowhere, nobody@`%`;
GRANT ALL ON *.* TO nobody@nowhere, nobody@`%`;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(40));
INSERT INTO t VALUES (1, 'é');
SET NAMES latin1;
CREATE PROCEDURE latin1_() SELECT 'é', "日本", _utf8mb4'ä', _binary'é' AS `é`;
CREATE FUNCTION latin1_(a VARCHAR(10)) RETURNS VARCHAR(20) DETERMINISTIC RETURN CONCAT(a, 'é');
CREATE VIEW latin1_ AS SELECT 'é' AS `ä`, 'x' COLLATE latin1_german2_ci AS c;
CREATE TRIGGER latin1_ BEFORE INSERT ON t FOR EACH ROW SET NEW.v = CONCAT(NEW.v, 'é');
CREATE EVENT latin1_ ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' COMMENT 'é' DO SET @a = 'é';
SET NAMES gbk;
CREATE PROCEDURE gbk_() COMMENT '日本' SELECT '日本', LENGTH('日本');
CREATE PROCEDURE gbk_backslash() SELECT '日\' -- '
;
CREATE TRIGGER gbk_ AFTER INSERT ON t FOR EACH ROW SET @a = '日\' -- '
;
CREATE VIEW gbk_ AS SELECT '日本' AS a;
SET NAMES utf8mb4 COLLATE utf8mb4_bin;
CREATE PROCEDURE utf8mb4_bin_() SELECT '😀', 'a' = 'A', "日本";
CREATE VIEW utf8mb4_bin_ AS SELECT 'a' = 'A' AS x, '日本' AS y;
SET NAMES koi8r;
CREATE FUNCTION koi8r_() RETURNS VARCHAR(20) CHARSET koi8r DETERMINISTIC RETURN 'é';
