-- Guards against rows that triggers write twice: at the source into the binlog, and again where those rows arrive.
CREATE TABLE orders (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, item VARCHAR(20), amount INT NOT NULL, total DECIMAL(10,2), changed DATETIME(3));
CREATE TABLE stock (item VARCHAR(20) NOT NULL PRIMARY KEY, amount INT NOT NULL);
CREATE TABLE log (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, what VARCHAR(60));
CREATE TABLE log_without_key (what VARCHAR(60), n INT);
INSERT INTO stock VALUES ('apple', 100), ('pear', 50);
DELIMITER //
CREATE TRIGGER orders_bi BEFORE INSERT ON orders FOR EACH ROW SET NEW.total = NEW.amount * 1.5, NEW.item = LOWER(NEW.item)//
CREATE TRIGGER orders_ai AFTER INSERT ON orders FOR EACH ROW
body: BEGIN
  DECLARE left_ INT DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET left_ = NULL;
  UPDATE stock SET amount = amount - NEW.amount WHERE item = NEW.item;
  SELECT amount INTO left_ FROM stock WHERE item = NEW.item;
  INSERT INTO log (what) VALUES (CONCAT('insert; ', NEW.id, ' left ', IFNULL(left_, 'none')));
  INSERT INTO log_without_key VALUES ('same', 1);
  IF NEW.amount > 50 THEN LEAVE body; END IF;
  INSERT INTO log_without_key VALUES ('same', 1);
END body//
CREATE TRIGGER orders_bu BEFORE UPDATE ON orders FOR EACH ROW
BEGIN
  IF NEW.amount < 0 THEN SET NEW.amount := 0; END IF;
  SET NEW.total := NEW.amount * 1.5, NEW.changed = NOW(3);
END//
CREATE TRIGGER orders_au AFTER UPDATE ON orders FOR EACH ROW UPDATE stock SET amount = amount + OLD.amount - NEW.amount WHERE item = NEW.item//
CREATE TRIGGER `orders bd; é` BEFORE DELETE ON orders FOR EACH ROW INSERT INTO log (what) VALUES (CONCAT('delete ', OLD.id))//
CREATE TRIGGER orders_ad AFTER DELETE ON orders FOR EACH ROW IF OLD.amount > 10 THEN DELETE FROM log_without_key LIMIT 1; ELSE INSERT INTO log (what) VALUES ('small'); END IF//
CREATE TRIGGER log_bi BEFORE INSERT ON log FOR EACH ROW SET NEW.what = CONCAT('[', NEW.what, ']')//
DELIMITER ;
INSERT INTO orders (item, amount) VALUES ('APPLE', 3), ('Pear', 60), ('plum', 1);
UPDATE orders SET amount = -5 WHERE id = 1;
DELETE FROM orders WHERE id = 3;
