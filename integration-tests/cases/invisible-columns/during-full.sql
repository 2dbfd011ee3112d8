-- Guards against invisible values lost from rows changed during the load.
UPDATE hidden SET secret = 'during', v = 5 WHERE id = 4;
DELETE FROM hidden_keyless WHERE w = 1;
INSERT INTO hidden_key VALUES ('during');
