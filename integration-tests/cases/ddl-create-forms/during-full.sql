INSERT INTO a VALUES (5, 'during');
