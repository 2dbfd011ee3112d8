-- One more while rows are read.
CREATE TRIGGER e BEFORE INSERT ON t FOR EACH ROW FOLLOWS b SET NEW.v = CONCAT(NEW.v, 'e');
INSERT INTO t (id) VALUES (2);
