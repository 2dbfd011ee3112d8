DELETE FROM place WHERE country = 'es';
UPDATE latin SET word = 'Zucker' WHERE word = 'zimt';
