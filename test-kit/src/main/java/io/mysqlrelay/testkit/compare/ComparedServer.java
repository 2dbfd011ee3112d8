package io.mysqlrelay.testkit.compare;

import io.mysqlrelay.core.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One side of a comparison: a session that reads names, definitions and rows. */
final class ComparedServer {
    private static final Set<String> SYSTEM = Set.of("mysql", "sys", "information_schema", "performance_schema");

    private final Connection session;

    ComparedServer(Connection session) {
        this.session = session;
    }

    /** Makes both sides print alike, and lets the server sort whole keys (at most 3072 bytes) in memory. */
    void prepare() throws SQLException {
        // Without any default database, MySQL 8.0.12 refuses to print a view that has a common table expression.
        session.setCatalog("information_schema");
        execute("SET SESSION sql_mode = '', time_zone = '+00:00', sql_quote_show_create = 1, max_sort_length = 4096,"
                + " sort_buffer_size = 33554432, net_write_timeout = 3600, lc_time_names = 'en_US'");
    }

    SortedSet<String> databases() throws SQLException {
        SortedSet<String> names = strings("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA");
        names.removeIf(SYSTEM::contains);
        return names;
    }

    /** @param type {@code BASE TABLE} or {@code VIEW} */
    SortedSet<String> tables(String database, String type) throws SQLException {
        return strings(
                "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = ?",
                database,
                type);
    }

    /** The first line of a SHOW CREATE, without columns that tell a time. */
    String definition(String showCreate) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(showCreate)) {
            row.next();
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                if (!row.getMetaData().getColumnLabel(i).equals("Created")) {
                    text.append(i == 1 ? "" : "\n").append(row.getString(i));
                }
            }
            return text.toString();
        }
    }

    /** All base tables of a database with their columns, read with two queries however many tables there are. */
    Map<String, ComparedTable> shapes(String database) throws SQLException {
        Map<String, Map<String, ComparedColumn>> columns = new HashMap<>();
        Map<String, List<ComparedColumn>> ordered = new HashMap<>();
        read(
                "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLLATION_NAME FROM information_schema.COLUMNS"
                        + " WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME, ORDINAL_POSITION",
                row -> {
                    ComparedColumn column = ComparedColumn.of(row.getString(2), row.getString(3), row.getString(4));
                    columns.computeIfAbsent(row.getString(1), table -> new HashMap<>())
                            .put(column.name(), column);
                    ordered.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add(column);
                },
                database);
        Map<String, List<ComparedColumn>> keys = new HashMap<>();
        read(
                "SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ?"
                        + " AND INDEX_NAME = 'PRIMARY' ORDER BY TABLE_NAME, SEQ_IN_INDEX",
                row -> keys.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(columns.get(row.getString(1)).get(row.getString(2))),
                database);
        Map<String, ComparedTable> tables = new HashMap<>();
        ordered.forEach((table, list) -> tables.put(
                table, new ComparedTable(new TableName(database, table), list, keys.getOrDefault(table, List.of()))));
        return tables;
    }

    SortedSet<String> strings(String sql, String... parameters) throws SQLException {
        SortedSet<String> strings = new TreeSet<>();
        read(sql, row -> strings.add(row.getString(1)), parameters);
        return strings;
    }

    /** A statement whose rows arrive one by one; nothing else may be read in this session until it is closed. */
    Statement streaming() throws SQLException {
        Statement statement = session.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setEscapeProcessing(false);
        // The driver's sign for row by row.
        statement.setFetchSize(Integer.MIN_VALUE);
        return statement;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, RowReader reader, String... parameters) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
