package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables of a MySQL database, without its views. */
final class SourceShapes {
    private SourceShapes() {}

    static SortedMap<String, SourceTable> read(Side source, String database) throws SQLException {
        String where = " WHERE TABLE_SCHEMA = " + Side.literal(database);
        Map<String, List<SourceColumn>> columns = new HashMap<>();
        source.read(
                "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, NUMERIC_PRECISION, NUMERIC_SCALE,"
                        + " IS_NULLABLE = 'NO', EXTRA LIKE '%auto_increment%', COLUMN_COMMENT,"
                        + " CHARACTER_SET_NAME"
                        + " FROM information_schema.COLUMNS" + where + " ORDER BY TABLE_NAME, ORDINAL_POSITION",
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(new SourceColumn(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getBoolean(7),
                                row.getBoolean(8),
                                row.getString(9),
                                row.getString(10))));
        Map<String, Map<String, List<String>>> keys = new HashMap<>();
        Set<String> unusable = new HashSet<>();
        source.read(
                "SELECT TABLE_NAME, INDEX_NAME, COLUMN_NAME,"
                        + " NULLABLE = 'YES' OR (SUB_PART IS NOT NULL AND INDEX_NAME <> 'PRIMARY') FROM information_schema.STATISTICS"
                        + where
                        + " AND NON_UNIQUE = 0 ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX",
                row -> {
                    keys.computeIfAbsent(row.getString(1), table -> new TreeMap<>())
                            .computeIfAbsent(row.getString(2), key -> new ArrayList<>())
                            .add(row.getString(3));
                    if (row.getString(3) == null || row.getBoolean(4)) {
                        unusable.add(row.getString(1) + "/" + row.getString(2));
                    }
                });
        SortedMap<String, SourceTable> tables = new TreeMap<>();
        source.read(
                "SELECT TABLE_NAME, TABLE_COMMENT FROM information_schema.TABLES" + where
                        + " AND TABLE_TYPE = 'BASE TABLE'",
                row -> {
                    String name = row.getString(1);
                    Map<String, List<String>> unique = new TreeMap<>(keys.getOrDefault(name, Map.of()));
                    unique.keySet().removeIf(key -> unusable.contains(name + "/" + key));
                    List<String> primary = unique.remove("PRIMARY");
                    tables.put(
                            name,
                            new SourceTable(
                                    new TableName(database, name),
                                    columns.get(name),
                                    primary == null ? List.of() : primary,
                                    List.copyOf(unique.values()),
                                    row.getString(2)));
                });
        return tables;
    }
}
