package io.mysqlrelay.it.workload;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Tables that refer to each other by random foreign keys with random rules: to tables before them, to themselves, and
 * back in circles; by primary keys and by unique ones. The last has no key.
 */
final class FamilyOfTables {
    static final int VALUES = 40;
    private static final int TABLES = 6;
    private static final List<String> RULES = List.of("CASCADE", "CASCADE", "SET NULL", "RESTRICT", "NO ACTION");

    private final String database;
    private final Random random;

    FamilyOfTables(String database, Random random) {
        this.database = database;
        this.random = random;
    }

    void create(MySqlServer server) {
        List<String> sql = new ArrayList<>(List.of("CREATE DATABASE " + database));
        for (int t = 0; t < TABLES; t++) {
            String key = keyless(t) ? "KEY (id)" : "PRIMARY KEY (id)";
            sql.add("CREATE TABLE " + name(t) + " (id INT NOT NULL, code VARCHAR(5) COLLATE utf8mb4_general_ci,"
                    + " a INT, b INT, c VARCHAR(9) COLLATE utf8mb4_general_ci, note INT DEFAULT 0, "
                    + key + ", UNIQUE KEY (code), KEY (a), KEY (b), KEY (c)) DEFAULT CHARSET utf8mb4");
        }
        for (int t = 0; t < TABLES; t++) {
            for (String column : List.of("a", "b", "c")) {
                if (random.nextInt(4) > 0) {
                    sql.add(foreignKey(t, column));
                }
            }
        }
        server.execute(sql.toArray(String[]::new));
    }

    private String foreignKey(int child, String column) {
        int parent =
                random.nextInt(5) == 0 ? random.nextInt(TABLES - 1) : random.nextInt(Math.min(child + 1, TABLES - 1));
        return "ALTER TABLE " + name(child) + " ADD FOREIGN KEY (" + column + ") REFERENCES " + name(parent)
                + (column.equals("c") ? " (code)" : " (id)") + " ON DELETE " + rule() + " ON UPDATE " + rule();
    }

    private String rule() {
        return RULES.get(random.nextInt(RULES.size()));
    }

    private static boolean keyless(int table) {
        return table == TABLES - 1;
    }

    private String name(int table) {
        return database + ".t" + table;
    }

    /** Any statement, most of which succeed. */
    String statement() {
        int t = random.nextInt(TABLES);
        String table = name(t);
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> "INSERT INTO " + table + row();
            case 4 -> "INSERT INTO " + table + row() + ", " + row().substring(row().indexOf('('));
            case 5 -> "REPLACE INTO " + table + row();
            case 6 ->
                "INSERT INTO " + table + row() + " ON DUPLICATE KEY UPDATE id = " + number() + ", a = " + number();
            case 7 -> "UPDATE " + table + " SET id = " + number() + " WHERE id = " + number();
            case 8 -> "UPDATE " + table + " SET code = " + code() + " WHERE id = " + number();
            case 9 -> "UPDATE " + table + " SET a = " + number() + ", c = " + code() + " WHERE b < " + number();
            case 10 ->
                "UPDATE " + table + " SET id = id + 100, note = note + 1 WHERE id > " + number()
                        + " ORDER BY id DESC LIMIT 3";
            case 11, 12 -> "DELETE FROM " + table + " WHERE id BETWEEN " + number() + " AND " + number() + " LIMIT 4";
            default ->
                "DELETE p, q FROM " + table + " p JOIN " + name(random.nextInt(TABLES))
                        + " q ON q.a = p.id WHERE p.id = " + number();
        };
    }

    private String row() {
        return " VALUES (" + number() + ", " + code() + ", " + orNull(number()) + ", " + orNull(number()) + ", "
                + code() + ", 0)";
    }

    private String number() {
        return String.valueOf(random.nextInt(VALUES));
    }

    private String orNull(String value) {
        return random.nextInt(3) == 0 ? "NULL" : value;
    }

    /** Upper and lower case, with and without trailing spaces, are one value to the server. */
    private String code() {
        String letter = String.valueOf((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(20)));
        return orNull("'" + letter + (random.nextInt(4) == 0 ? " " : "") + "'");
    }
}
