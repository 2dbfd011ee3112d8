package io.mysqlrelay.it.histories;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the server what the tables of a history look like now. */
final class Shapes {
    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = ? ORDER BY table_name";
    private static final String COLUMNS = "SELECT column_name, column_type, extra, is_nullable"
            + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position";
    private static final String INDEXES = "SELECT DISTINCT index_name FROM information_schema.statistics"
            + " WHERE table_schema = ? AND table_name = ? ORDER BY index_name";
    private static final String PARTITIONS = "SELECT partition_name FROM information_schema.partitions"
            + " WHERE table_schema = ? AND table_name = ? AND partition_name IS NOT NULL"
            + " ORDER BY partition_ordinal_position";

    private final String database;

    Shapes(String database) {
        this.database = database;
    }

    List<Shape> read(Connection session) throws SQLException {
        List<Shape> shapes = new ArrayList<>();
        for (String[] table : rows(session, TABLES, database)) {
            List<Shape.Column> columns = rows(session, COLUMNS, database, table[0]).stream()
                    .map(row -> new Shape.Column(
                            row[0],
                            row[1],
                            row[2].contains("VIRTUAL GENERATED") || row[2].contains("STORED GENERATED"),
                            row[3].equals("YES")))
                    .toList();
            shapes.add(new Shape(
                    table[0], columns, names(session, INDEXES, table[0]), names(session, PARTITIONS, table[0])));
        }
        return shapes;
    }

    private List<String> names(Connection session, String query, String table) throws SQLException {
        return rows(session, query, database, table).stream().map(row -> row[0]).toList();
    }

    private static List<String[]> rows(Connection session, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String[]> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int width = result.getMetaData().getColumnCount();
                while (result.next()) {
                    String[] row = new String[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = result.getString(i + 1);
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
