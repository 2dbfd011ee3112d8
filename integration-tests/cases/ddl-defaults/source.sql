-- Guards against defaults that differ after SET, DROP and MODIFY, or that rows without a value get at the target instead of at the source.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, a INT DEFAULT 1, b VARCHAR(20) DEFAULT 'it''s', c DATETIME DEFAULT CURRENT_TIMESTAMP, d ENUM('x','y') DEFAULT 'x', e BIT(4) DEFAULT b'1010', f DECIMAL(5,2) DEFAULT 1.20, g INT NOT NULL);
INSERT INTO t (g) VALUES (1), (2);
