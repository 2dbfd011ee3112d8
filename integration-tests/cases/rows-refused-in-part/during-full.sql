INSERT IGNORE INTO t VALUES (1, 9, 'x'), (4, 4, 'long text'), (5, 1, 'y');
