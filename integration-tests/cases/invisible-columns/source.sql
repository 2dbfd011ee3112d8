-- Guards against invisible columns that are left out by SELECT *, by INSERT without a list, or become visible.
CREATE TABLE hidden (id INT NOT NULL PRIMARY KEY, secret VARCHAR(20) INVISIBLE DEFAULT 's', v INT, made TIMESTAMP(6) INVISIBLE NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), g INT AS (v * 2) STORED INVISIBLE);
CREATE TABLE hidden_key (k INT NOT NULL AUTO_INCREMENT INVISIBLE PRIMARY KEY, v VARCHAR(10));
CREATE TABLE hidden_keyless (v INT, w INT INVISIBLE);
INSERT INTO hidden VALUES (1, 1), (2, 2);
INSERT INTO hidden (id, secret, v) VALUES (3, 'x', 3), (4, NULL, NULL);
INSERT INTO hidden_key VALUES ('a'), ('b'), ('a');
INSERT INTO hidden_keyless (v, w) VALUES (1, 1), (1, 2), (1, NULL), (1, NULL);
