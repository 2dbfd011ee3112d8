-- The same through the binlog, and visibility changed.
INSERT INTO hidden VALUES (11, 11);
UPDATE hidden SET v = 20 WHERE id = 2;
UPDATE hidden SET secret = 'changed' WHERE id = 3;
INSERT INTO hidden_key VALUES ('c');
UPDATE hidden_key SET v = 'z' WHERE k = 3;
DELETE FROM hidden_key WHERE k = 1;
DELETE FROM hidden_keyless WHERE w IS NULL LIMIT 1;
UPDATE hidden_keyless SET v = 2 WHERE w = 2;
ALTER TABLE hidden ALTER COLUMN secret SET VISIBLE, ADD COLUMN n INT NOT NULL DEFAULT 7 INVISIBLE FIRST;
INSERT INTO hidden VALUES (12, 's12', 12);
ALTER TABLE hidden ALTER COLUMN v SET INVISIBLE, MODIFY made TIMESTAMP(6) NULL;
INSERT INTO hidden (id, made) VALUES (13, NULL);
ALTER TABLE hidden_key MODIFY k INT NOT NULL AUTO_INCREMENT;
INSERT INTO hidden_key (v) VALUES ('d');
