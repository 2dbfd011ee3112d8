REPLACE INTO `shop`.`order``s` (`ID`,`at`,`name`,`photo`) VALUES (1,'2024-01-01 10:00:00.5','o''1',X'01');
REPLACE INTO `shop`.`order``s` (`ID`,`at`,`name`,`photo`) VALUES (1,'2024-01-01 10:00:00.5','o''1',X'01'),(2,'2024-01-02 10:00:00.5','o''2',X'02');
INSERT INTO `shop`.`order``s` (`ID`,`at`,`name`,`photo`) VALUES (3,'2024-01-03 10:00:00.5','o''3',X'03');
REPLACE INTO `shop`.`order``s` (`relay_row_id`,`relay_row_image`,`ID`,`at`,`name`,`photo`) VALUES ('3E11:23/4','abc+',4,'2024-01-04 10:00:00.5','o''4',X'04'),('@77','abc-',5,'2024-01-05 10:00:00.5','o''5',X'05');
REPLACE INTO `shop`.`order``s` (`ID`,`at`,`name`,`photo`) VALUES (NULL,NULL,NULL,NULL);
DELETE FROM `shop`.`order``s` WHERE `ID` IN (1);
DELETE FROM `shop`.`order``s` WHERE `ID` IN (1,2);
DELETE FROM `shop`.`order``s` WHERE (`ID` = 1 AND `at` = '2024-01-01 10:00:00.5') OR (`ID` = 2 AND `at` = '2024-01-02 10:00:00.5');
DELETE FROM `shop`.`order``s` WHERE `relay_row_id` IN ('3E11:23/4');
