-- Guards against code in comments: versioned comments are code, others are not, wherever they stand.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(50));
INSERT INTO t VALUES (1, '/* no comment */'), (2, '-- none # none');
