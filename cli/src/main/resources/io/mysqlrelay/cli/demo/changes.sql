-- DDL that the demo runs while rows are being written, one statement at a time with a pause between them.
ALTER TABLE shop.customers ADD COLUMN points int NOT NULL DEFAULT 10 AFTER balance, ADD COLUMN joined timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE TABLE shop.coupons (code varchar(20) COLLATE utf8mb4_bin NOT NULL, percent tinyint unsigned NOT NULL, PRIMARY KEY (code)) COMMENT='created while moving';
INSERT INTO shop.coupons VALUES ('WELCOME', 10), ('welcome', 5), ('Größe', 15);
CREATE INDEX placed ON shop.orders (placed);
ALTER TABLE shop.products MODIFY COLUMN title varchar(300) NOT NULL, DROP COLUMN rating;
CREATE TABLE shop.ranking_next LIKE shop.ranking;
INSERT INTO shop.ranking_next SELECT sku, 101 - place FROM shop.ranking;
RENAME TABLE shop.ranking TO shop.ranking_old, shop.ranking_next TO shop.ranking;
CREATE DATABASE shop_archive;
CREATE TABLE shop_archive.notes (id int NOT NULL AUTO_INCREMENT, body text, PRIMARY KEY (id));
INSERT INTO shop_archive.notes (body) VALUES ('first'), (NULL), ('third');
TRUNCATE TABLE shop.page_views;
DROP TABLE shop.ranking_old;
