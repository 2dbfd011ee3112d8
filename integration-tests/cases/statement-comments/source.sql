-- Guards against statements classified by their first word, or stripped of versioned comments.
CREATE TABLE t /* inner */ (id INT NOT NULL PRIMARY KEY, -- the key
  v VARCHAR(40) # the value
);
CREATE TABLE versioned (id INT NOT NULL PRIMARY KEY /*!80000 , v INT DEFAULT 5 */ /*!99999 , never INT */) /*!50100 COMMENT='versioned' */;
INSERT INTO t VALUES (1, '/* not a comment */'), (2, '-- nor this'), (3, '# nor this'), (4, 'a;b');
INSERT INTO versioned (id) VALUES (1);
