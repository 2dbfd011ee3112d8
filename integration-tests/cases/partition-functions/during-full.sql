UPDATE by_columns SET a = 15 WHERE a = 1;
UPDATE by_list SET b = 'z' WHERE a = 1;
