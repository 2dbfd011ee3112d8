-- The demo's shop: several kinds of keys, foreign keys, a table without a key, and about 600,000 rows divided by @part, made by the server.
CREATE DATABASE shop DEFAULT CHARACTER SET utf8mb4;
USE shop;
SET SESSION cte_max_recursion_depth = 1000000;

CREATE TABLE customers (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  email varchar(190) NOT NULL,
  name varchar(120) NOT NULL,
  balance decimal(14,2) NOT NULL DEFAULT '0.00',
  birthday date DEFAULT NULL,
  tier enum('bronze','silver','gold') NOT NULL DEFAULT 'bronze',
  channels set('mail','sms','app') NOT NULL DEFAULT '',
  settings json DEFAULT NULL,
  created timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  PRIMARY KEY (id),
  UNIQUE KEY email (email)
) COMMENT='people who buy';

CREATE TABLE addresses (
  customer_id bigint unsigned NOT NULL,
  line_no tinyint unsigned NOT NULL,
  street varchar(200) NOT NULL,
  city varchar(80) CHARACTER SET latin1 NOT NULL,
  country char(2) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (customer_id, line_no),
  CONSTRAINT address_of FOREIGN KEY (customer_id) REFERENCES customers (id)
);

CREATE TABLE categories (
  id smallint unsigned NOT NULL,
  parent_id smallint unsigned DEFAULT NULL,
  name varchar(60) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY name (name),
  CONSTRAINT parent FOREIGN KEY (parent_id) REFERENCES categories (id)
);

CREATE TABLE products (
  sku char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category_id smallint unsigned NOT NULL,
  title varchar(200) NOT NULL,
  price decimal(10,2) NOT NULL,
  weight float DEFAULT NULL,
  rating double DEFAULT NULL,
  thumbnail varbinary(64) DEFAULT NULL,
  available bit(1) NOT NULL DEFAULT b'1',
  PRIMARY KEY (sku),
  KEY category (category_id),
  CONSTRAINT category_of FOREIGN KEY (category_id) REFERENCES categories (id)
);

CREATE TABLE stock (
  sku char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  warehouse varchar(20) NOT NULL,
  quantity mediumint NOT NULL,
  PRIMARY KEY (sku, warehouse),
  CONSTRAINT stock_of FOREIGN KEY (sku) REFERENCES products (sku)
);

CREATE TABLE orders (
  id bigint NOT NULL AUTO_INCREMENT,
  number char(14) NOT NULL,
  customer_id bigint unsigned NOT NULL,
  status enum('new','paid','sent','returned') NOT NULL DEFAULT 'new',
  placed datetime(6) NOT NULL,
  opening time(3) DEFAULT NULL,
  season year DEFAULT NULL,
  note text,
  PRIMARY KEY (id),
  UNIQUE KEY number (number),
  KEY customer (customer_id),
  CONSTRAINT order_of FOREIGN KEY (customer_id) REFERENCES customers (id)
);

CREATE TABLE order_items (
  order_id bigint NOT NULL,
  line_no smallint NOT NULL,
  sku char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity int NOT NULL,
  price decimal(10,2) NOT NULL,
  amount decimal(14,2) GENERATED ALWAYS AS ((price * quantity)) STORED,
  PRIMARY KEY (order_id, line_no),
  KEY sku (sku),
  CONSTRAINT item_of FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE TABLE payments (
  id binary(16) NOT NULL,
  order_id bigint NOT NULL,
  amount decimal(14,2) NOT NULL,
  paid_at datetime NOT NULL,
  PRIMARY KEY (id),
  KEY order_id (order_id),
  CONSTRAINT payment_of FOREIGN KEY (order_id) REFERENCES orders (id)
);

CREATE TABLE page_views (
  page varchar(100) NOT NULL,
  customer_id bigint unsigned DEFAULT NULL,
  viewed datetime NOT NULL
) COMMENT='no key at all';

CREATE TABLE ranking (
  sku char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place int NOT NULL,
  PRIMARY KEY (sku),
  UNIQUE KEY place (place)
);

INSERT INTO customers (email, name, balance, birthday, tier, channels, settings, created)
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 60000 DIV @part)
SELECT concat('customer', i, '@example.com'), concat('Åsa Müller 🛒 ', i), (i * 7919 % 1000000) / 100,
  date_add('1940-01-01', INTERVAL i * 13 % 25000 DAY), 1 + i % 3, i % 8,
  json_object('newsletter', i % 2 = 0, 'discount', i % 50 / 10e0, 'tags', json_array('a', i)),
  timestamp('2020-01-01 00:00:00') + INTERVAL i * 997 SECOND FROM n;

INSERT INTO addresses
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 80000 DIV @part)
SELECT 1 + (i - 1) % (60000 DIV @part), 1 + (i - 1) DIV (60000 DIV @part), concat('Straße ', i), elt(1 + i % 4, 'München', 'Málaga', 'Orléans', 'Göteborg'),
  elt(1 + i % 4, 'DE', 'ES', 'FR', 'SE') FROM n;

INSERT INTO categories
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 200)
SELECT i, if(i <= 10, NULL, 1 + i % 10), concat('category ', i) FROM n;

INSERT INTO products
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 20000 DIV @part)
SELECT concat('SKU-', lpad(i, 8, '0')), 1 + i % 200, concat('product "', i, '" \\ ''quoted'''), 1 + i * 31 % 99999 / 100,
  i / 7, i / 3, unhex(sha2(i, 256)), i % 2 FROM n;

INSERT INTO stock
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 40000 DIV @part)
SELECT concat('SKU-', lpad(1 + (i - 1) DIV 2, 8, '0')), if(i % 2, 'north', 'south'), i % 500 FROM n;

INSERT INTO orders (number, customer_id, status, placed, opening, season, note)
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 100000 DIV @part)
SELECT concat('O-', lpad(i, 12, '0')), 1 + i * 37 % (60000 DIV @part), 1 + i % 4, timestamp('2024-01-01 00:00:00') + INTERVAL i * 1234567 MICROSECOND,
  sec_to_time(i % 86400), 1990 + i % 40, if(i % 10, NULL, repeat('leave it at the door; ', 1 + i % 5)) FROM n;

INSERT INTO order_items (order_id, line_no, sku, quantity, price)
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 200000 DIV @part)
SELECT 1 + (i - 1) DIV 2, 1 + i % 2, concat('SKU-', lpad(1 + i * 17 % (20000 DIV @part), 8, '0')), 1 + i % 9, i * 13 % 9999 / 100 FROM n;

INSERT INTO payments
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 50000 DIV @part)
SELECT unhex(md5(i)), i, i * 11 % 99999 / 100, timestamp('2024-02-01 00:00:00') + INTERVAL i SECOND FROM n;

INSERT INTO page_views
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 50000 DIV @part)
SELECT concat('/page/', i % 100), if(i % 3, i % 1000, NULL), timestamp('2024-03-01 00:00:00') + INTERVAL i % 1000 SECOND FROM n;

INSERT INTO ranking
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 100)
SELECT concat('SKU-', lpad(i, 8, '0')), i FROM n;
