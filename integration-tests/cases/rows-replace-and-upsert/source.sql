-- Guards against REPLACE and ON DUPLICATE KEY UPDATE, which delete, move and change rows by any unique key at once.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, u INT, w VARCHAR(10) COLLATE utf8mb4_0900_ai_ci, v INT DEFAULT 5, UNIQUE KEY (u), UNIQUE KEY (w));
CREATE TABLE only_unique (u INT, v INT, UNIQUE KEY (u));
CREATE TABLE counted (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, u INT, n INT, UNIQUE KEY (u));
INSERT INTO t VALUES (1, 1, 'a', 1), (2, 2, 'b', 2), (3, 3, 'c', 3), (4, NULL, NULL, 4);
INSERT INTO only_unique VALUES (1, 1), (2, 2), (NULL, 3), (NULL, 3);
INSERT INTO counted (u, n) VALUES (1, 1), (2, 1);
