package io.mysqlrelay.it.workload;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** XA transactions, also ones whose session is lost when they are prepared. */
final class XaSteps {
    private static final int NAME = 4;

    private final String database;
    private final Random random;
    private int number;

    XaSteps(String database, Random random) {
        this.database = database;
        this.random = random;
    }

    /** The changes as one XA transaction, which ends in one of the ways in which it can. */
    List<String> around(List<String> changes) {
        number++;
        String name = "'" + database + "." + number + "'";
        List<String> statements = new ArrayList<>(List.of("XA START " + name));
        statements.addAll(changes);
        statements.add("XA END " + name);
        switch (random.nextInt(6)) {
            case 0 -> statements.add("XA COMMIT " + name + " ONE PHASE");
            case 1 -> statements.add("XA ROLLBACK " + name);
            case 2 -> statements.addAll(List.of("XA PREPARE " + name, "XA ROLLBACK " + name));
            default -> statements.addAll(List.of("XA PREPARE " + name, "XA COMMIT " + name));
        }
        return statements;
    }

    /** What a lost session has left prepared keeps its locks until somebody ends it. */
    void endPrepared(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet prepared = statement.executeQuery("XA RECOVER")) {
                while (prepared.next()) {
                    names.add(prepared.getString(NAME));
                }
            }
            for (String name : names) {
                if (name.startsWith(database + ".")) {
                    statement.execute((random.nextBoolean() ? "XA COMMIT '" : "XA ROLLBACK '") + name + "'");
                }
            }
        }
    }
}
