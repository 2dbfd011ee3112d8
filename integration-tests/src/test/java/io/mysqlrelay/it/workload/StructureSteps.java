package io.mysqlrelay.it.workload;

import java.util.List;
import java.util.Random;

/** DDL between the changes, with rows right before and behind it. */
final class StructureSteps {
    private final Random random;
    private int number;

    StructureSteps(Random random) {
        this.random = random;
    }

    List<String> next() {
        number++;
        String column = "c" + number;
        String table = "made" + number;
        return switch (random.nextInt(6)) {
            case 0 ->
                List.of(
                        "ALTER TABLE item ADD COLUMN " + column + " INT NULL DEFAULT " + number,
                        "UPDATE item SET " + column + " = id % 7 ORDER BY id LIMIT 30",
                        "ALTER TABLE item DROP COLUMN " + column);
            case 1 ->
                List.of(
                        "CREATE TABLE " + table + " (id INT NOT NULL PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO " + table + " VALUES (1, 'é'), (2, NULL), (3, '')",
                        "UPDATE " + table + " SET id = id + 10",
                        "RENAME TABLE " + table + " TO " + table + "_b",
                        "INSERT INTO " + table + "_b VALUES (1, 'again')");
            case 2 ->
                List.of(
                        "CREATE TABLE " + table + " (v INT)",
                        "INSERT INTO " + table + " VALUES (1), (1), (NULL)",
                        "DELETE FROM " + table + " LIMIT 1",
                        "TRUNCATE TABLE " + table,
                        "INSERT INTO " + table + " VALUES (2)",
                        "DROP TABLE " + table);
            case 3 ->
                List.of(
                        "RENAME TABLE item TO item_swap, item_two TO item, item_swap TO item_two",
                        "UPDATE item SET n = " + number + " ORDER BY id LIMIT 10",
                        "RENAME TABLE item TO item_swap, item_two TO item, item_swap TO item_two");
            case 4 ->
                List.of(
                        "ALTER TABLE log ADD COLUMN " + column + " VARCHAR(10) NOT NULL DEFAULT 'd'",
                        "UPDATE log SET " + column + " = 'u' ORDER BY a, b, c LIMIT 10",
                        "ALTER TABLE log DROP COLUMN " + column);
            default ->
                List.of(
                        "ALTER TABLE word ADD KEY k" + number + " (n)",
                        "UPDATE word SET n = n + 1 ORDER BY w LIMIT 10",
                        "ALTER TABLE word DROP KEY k" + number);
        };
    }
}
