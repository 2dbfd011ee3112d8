-- Guards against extremes that only survive when a row is not touched while it is being loaded.
INSERT INTO signed_numbers VALUES (100, -128, 127, -32768, 8388607, -2147483648, 9223372036854775807);
UPDATE signed_numbers SET b = -9223372036854775808, i = 2147483647 WHERE id = 2;
UPDATE unsigned_numbers SET id = 4294967294 WHERE id = 4294967295;
DELETE FROM unsigned_numbers WHERE id = 3;
INSERT INTO unsigned_numbers VALUES (101, 255, 0, 65535, 0, 4294967295, 18446744073709551615, 1);
