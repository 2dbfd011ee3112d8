package io.mysqlrelay.testkit.compare.adb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/** A session of one of the two servers; statements have no parameters, because AnalyticDB prepares none. */
final class Side {
    private final Connection session;

    Side(Connection session) {
        this.session = session;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    void read(String sql, RowReader reader) throws SQLException {
        try (Statement statement = session.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setEscapeProcessing(false);
            // The driver's sign for row by row.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    SortedSet<String> strings(String sql) throws SQLException {
        SortedSet<String> strings = new TreeSet<>();
        read(sql, row -> strings.add(row.getString(1)));
        return strings;
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
