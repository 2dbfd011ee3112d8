package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of a MySQL database, without its views. */
final class SourceShapes {
    private static final Pattern MOMENT =
            Pattern.compile("(?m)^  `((?:[^`]|``)+)` timestamp.*? DEFAULT '([-:. \\d]+)'");

    private final Side source;
    private final String database;

    private SourceShapes(Side source, String database) {
        this.source = source;
        this.database = database;
    }

    static SortedMap<String, SourceTable> read(Side source, String database) throws SQLException {
        return new SourceShapes(source, database).read();
    }

    private SortedMap<String, SourceTable> read() throws SQLException {
        String where = " WHERE TABLE_SCHEMA = " + Side.literal(database);
        Map<String, String> comments = new TreeMap<>();
        source.read(
                "SELECT TABLE_NAME, TABLE_COMMENT FROM information_schema.TABLES" + where
                        + " AND TABLE_TYPE = 'BASE TABLE'",
                row -> comments.put(row.getString(1), row.getString(2)));
        Map<String, Map<String, String>> moments = new HashMap<>();
        for (String table : comments.keySet()) {
            moments.put(table, moments(new TableName(database, table)));
        }
        Map<String, List<SourceColumn>> columns = columns(source, database, moments);
        SortedMap<String, SourceTable> tables = new TreeMap<>();
        for (Map.Entry<String, String> table : comments.entrySet()) {
            TableName name = new TableName(database, table.getKey());
            tables.put(
                    table.getKey(),
                    new SourceTable(
                            name, columns.get(table.getKey()), SourceKeys.first(source, name), table.getValue()));
        }
        return tables;
    }

    /**
     * @param moments defaults of columns by table and column, as they are in UTC
     * @return columns of tables and views, by their names
     */
    static Map<String, List<SourceColumn>> columns(
            Side source, String database, Map<String, Map<String, String>> moments) throws SQLException {
        Map<String, List<SourceColumn>> columns = new HashMap<>();
        source.read(
                "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, NUMERIC_PRECISION, NUMERIC_SCALE,"
                        + " IS_NULLABLE = 'NO', EXTRA LIKE '%auto_increment%', COLUMN_COMMENT, CHARACTER_SET_NAME,"
                        + " COLUMN_DEFAULT, EXTRA LIKE '%DEFAULT_GENERATED%'"
                        + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = " + Side.literal(database)
                        + " ORDER BY TABLE_NAME, ORDINAL_POSITION",
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(column(row, moments.getOrDefault(row.getString(1), Map.of()))));
        return columns;
    }

    private static SourceColumn column(ResultSet row, Map<String, String> moments) throws SQLException {
        String name = row.getString(2);
        return new SourceColumn(
                name,
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getString(9),
                row.getString(10),
                new SourceDefault(moments.getOrDefault(name, row.getString(11)), row.getBoolean(12)));
    }

    /**
     * The information schema has a TIMESTAMP's default in the time zone of the session that wrote it, whichever that was;
     * SHOW CREATE TABLE has it in this session's.
     *
     * @return constants by column
     */
    private Map<String, String> moments(TableName table) throws SQLException {
        Map<String, String> moments = new HashMap<>();
        source.read("SHOW CREATE TABLE " + table.quoted(), row -> {
            Matcher matcher = MOMENT.matcher(row.getString(2));
            while (matcher.find()) {
                moments.put(matcher.group(1).replace("``", "`"), matcher.group(2));
            }
        });
        return moments;
    }
}
