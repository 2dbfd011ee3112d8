-- Rows only.
SET NAMES utf8mb4;
INSERT INTO t VALUES (2, 'during');
