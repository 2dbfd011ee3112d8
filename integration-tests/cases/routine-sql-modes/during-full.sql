-- Under another mode than the server's while rows are read.
SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES';
CREATE PROCEDURE "during"() SELECT '\' AS "\";
