-- Guards against parallel or merged changes that break a secondary unique key, or let a value reach the wrong row.
CREATE TABLE accounts (
  id INT NOT NULL PRIMARY KEY, name VARCHAR(30) NOT NULL, mail VARCHAR(30), a INT, b INT,
  UNIQUE KEY by_name (name), UNIQUE KEY by_mail (mail), UNIQUE KEY by_pair (a, b)
);
CREATE TABLE prefixed (id INT NOT NULL PRIMARY KEY, t VARCHAR(100) COLLATE utf8mb4_general_ci, UNIQUE KEY (t(3)));
CREATE TABLE emoji (id INT NOT NULL PRIMARY KEY, e VARCHAR(10) COLLATE utf8mb4_unicode_ci, UNIQUE KEY (e));
CREATE TABLE binary_unique (id INT NOT NULL PRIMARY KEY, u BINARY(4), f FLOAT, at DATETIME(3), UNIQUE KEY (u), UNIQUE KEY (f), UNIQUE KEY (at));
INSERT INTO accounts VALUES (1, 'ann', 'a@x', 1, 1), (2, 'bob', 'b@x', 1, 2), (3, 'cy', NULL, NULL, 1), (4, 'dan', NULL, NULL, 1), (5, 'eve', 'e@x', 2, NULL), (6, '', '', 0, 0);
INSERT INTO prefixed VALUES (1, 'abc one'), (2, 'abd two'), (3, NULL), (4, NULL), (5, 'é');
INSERT INTO emoji VALUES (1, '😀'), (2, 'a'), (3, NULL);
INSERT INTO binary_unique VALUES (1, X'00', 0.1, '2024-01-01 00:00:00.001'), (2, X'0001', 0.2, '2024-01-01 00:00:00.002'), (3, NULL, NULL, NULL);
