package io.mysqlrelay.it.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The single steps: each is one or more whole transactions, and none depends on what the tables hold. */
final class Steps {
    private static final int SPAN = 30_000;
    private static final int MANY = 60_000;

    private final Random random;
    private final StructureSteps structure;
    private final XaSteps xa;
    private int fresh = 1;

    Steps(Random random, XaSteps xa) {
        this.random = random;
        this.xa = xa;
        this.structure = new StructureSteps(random);
    }

    void next(Connection connection, boolean structural) throws SQLException {
        // Names of this session's new rows; another session of the same workload must not meet them.
        fresh++;
        if (structural && random.nextInt(40) == 0) {
            run(connection, structure.next(), false);
            return;
        }
        switch (random.nextInt(9)) {
            case 0, 1 -> run(connection, List.of(anyChange()), false);
            case 2 -> run(connection, keyless(), random.nextBoolean());
            case 3 -> run(connection, keyChanges(), true);
            case 4 -> run(connection, uniqueRotation(), true);
            case 5 -> run(connection, sameKeyAgain(), true);
            case 6 -> run(connection, booking(), true);
            case 7 -> run(connection, xa.around(manyChanges()), false);
            default -> run(connection, manyChanges(), true);
        }
    }

    private String anyChange() {
        int id = random.nextInt(SPAN);
        return switch (random.nextInt(5)) {
            case 0 -> insertItems(1 + random.nextInt(20));
            case 1 ->
                "UPDATE item SET v = CONCAT('v', " + random.nextInt() + "), f = f / 3 WHERE id BETWEEN " + id + " AND "
                        + (id + random.nextInt(50));
            case 2 -> "DELETE FROM item WHERE id BETWEEN " + id + " AND " + (id + random.nextInt(5));
            case 3 -> "REPLACE INTO word VALUES ('Wört" + random.nextInt(3_000) + "', 'de', " + random.nextInt() + ")";
            default ->
                "UPDATE item_two SET n = " + random.nextInt() + ", t = NOW(6) ORDER BY id LIMIT "
                        + (1 + random.nextInt(30));
        };
    }

    private String insertItems(int count) {
        StringBuilder sql = new StringBuilder("INSERT INTO item (code, n, v, f) VALUES ");
        for (int i = 0; i < count; i++) {
            sql.append(i == 0 ? "" : ", ")
                    .append("(CONCAT('n', UUID_SHORT()), ")
                    .append(random.nextInt(100))
                    .append(", 'new', RAND())");
        }
        return sql.toString();
    }

    private List<String> keyless() {
        int a = random.nextInt(20);
        return List.of(
                "INSERT INTO log VALUES (" + a + ", 'x', 0.001), (" + a + ", 'x', 0.001), (NULL, NULL, NULL)",
                "UPDATE log SET c = c + 1 WHERE a = " + a + " ORDER BY b, c LIMIT " + (1 + random.nextInt(5)),
                "DELETE FROM log WHERE a <=> " + (random.nextBoolean() ? "NULL" : a) + " ORDER BY b, c LIMIT "
                        + (1 + random.nextInt(3)));
    }

    private List<String> keyChanges() {
        int from = random.nextInt(SPAN);
        long to = 1_000_000_000L + fresh * 100L;
        return List.of(
                "UPDATE item SET id = id - " + from + " + " + to + " WHERE id BETWEEN " + from + " AND "
                        + (from + random.nextInt(20)),
                "UPDATE word SET w = CONCAT('k', UUID_SHORT()) WHERE w = 'wört" + random.nextInt(2_000) + "'");
    }

    /** Values of a unique column go round among rows, two of which only swap them. */
    private List<String> uniqueRotation() {
        int count = 2 + random.nextInt(3);
        int[] ids = new int[count];
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids[i] = (i == 0 ? random.nextInt(2_000) : ids[i - 1]) + 1 + random.nextInt(20);
            values.add("@v" + i);
        }
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statements.add("SET " + values.get(i) + " = (SELECT code FROM item WHERE id = " + ids[i] + ")");
        }
        statements.add("SET @all = CONCAT(" + String.join(", ", values) + ")");
        statements.add(newCode("CONCAT('swap', UUID_SHORT())", ids[0]));
        for (int i = 1; i < count; i++) {
            statements.add(newCode(values.get(i - 1), ids[i]));
        }
        statements.add(newCode(values.get(count - 1), ids[0]));
        return statements;
    }

    /** Unless one of the rows is missing. */
    private static String newCode(String value, int id) {
        return "UPDATE item SET code = " + value + " WHERE id = " + id + " AND @all IS NOT NULL";
    }

    private List<String> sameKeyAgain() {
        int id = random.nextInt(SPAN);
        String row = "(" + id + ", CONCAT('s', UUID_SHORT()), 1)";
        return List.of(
                "DELETE FROM item WHERE id = " + id,
                "INSERT INTO item (id, code, n) VALUES " + row,
                "UPDATE item SET n = 2 WHERE id = " + id,
                "DELETE FROM item WHERE id = " + id,
                "INSERT INTO item (id, code, n) VALUES " + row);
    }

    private List<String> booking() {
        int from = 1 + random.nextInt(100);
        int to = 1 + random.nextInt(100);
        int amount = random.nextInt(500);
        return List.of(
                "UPDATE account SET amount = amount - " + amount + " WHERE id = " + from,
                "UPDATE account SET amount = amount + " + amount + " WHERE id = " + to,
                "INSERT INTO booking (account, amount) VALUES (" + from + ", -" + amount + "), (" + to + ", " + amount
                        + ")",
                "INSERT INTO log VALUES (" + from + ", 'booked', " + amount + ")");
    }

    private List<String> manyChanges() {
        List<String> statements = new ArrayList<>();
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            statements.add(anyChange());
        }
        statements.addAll(keyless());
        statements.addAll(rowsOfMany());
        return statements;
    }

    /** Before, in and behind the page that a load is reading; some do not exist. */
    private List<String> rowsOfMany() {
        int id = fresh * 97 % MANY;
        return List.of(
                "UPDATE many SET n = n + 1 WHERE id BETWEEN " + id + " AND " + (id + 5),
                "DELETE FROM many WHERE id = " + (id + 1),
                "UPDATE IGNORE many SET id = " + (id + 1) + " WHERE id = " + (MANY - id));
    }

    private void run(Connection connection, List<String> statements, boolean oneTransaction) throws SQLException {
        connection.setAutoCommit(!oneTransaction);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            if (oneTransaction && random.nextInt(20) == 0) {
                connection.rollback();
            } else if (oneTransaction) {
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }
}
