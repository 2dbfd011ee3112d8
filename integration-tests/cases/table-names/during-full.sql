UPDATE `table_names_Größe`.`Ärger` SET `äöü2` = 7 WHERE `Schlüssel` = 1;
DELETE FROM `CamelCase` WHERE camelid = 2;
