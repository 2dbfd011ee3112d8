-- Triggers fire and are made while rows are read.
INSERT INTO orders (item, amount) VALUES ('APPLE', 4), ('APPLE', 5);
UPDATE orders SET amount = amount + 1;
CREATE TRIGGER stock_au AFTER UPDATE ON stock FOR EACH ROW INSERT INTO log (what) VALUES (CONCAT('stock ', NEW.item, ' ', NEW.amount));
UPDATE orders SET amount = amount + 1;
DELETE FROM orders WHERE id = 2;
