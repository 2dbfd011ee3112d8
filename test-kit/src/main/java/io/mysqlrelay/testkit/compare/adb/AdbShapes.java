package io.mysqlrelay.testkit.compare.adb;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables of an AnalyticDB database, by its metadata tables. */
final class AdbShapes {
    private AdbShapes() {}

    static SortedMap<String, AdbTable> read(Side adb, String database) throws SQLException {
        String where = " WHERE table_schema = " + Side.literal(database);
        Map<String, Map<String, AdbTable.Column>> columns = new HashMap<>();
        adb.read(
                "SELECT table_name, column_name, column_type, is_nullable, column_comment"
                        + " FROM information_schema.columns" + where,
                row -> columns.computeIfAbsent(row.getString(1), table -> new TreeMap<>())
                        .put(
                                row.getString(2),
                                new AdbTable.Column(
                                        row.getString(3), row.getString(4).equals("NO"), row.getString(5))));
        Map<String, String> comments = new HashMap<>();
        adb.read(
                "SELECT table_name, table_comment FROM information_schema.tables" + where,
                row -> comments.put(row.getString(1), row.getString(2)));
        SortedMap<String, AdbTable> tables = new TreeMap<>();
        adb.read(
                "SELECT table_name, primarykey_columns, distribute_column FROM information_schema.kepler_meta_tables"
                        + where,
                row -> tables.put(
                        row.getString(1),
                        new AdbTable(
                                columns.get(row.getString(1)),
                                List.of(row.getString(2).split(",")),
                                List.of(row.getString(3).split(",")),
                                comments.get(row.getString(1)))));
        return tables;
    }
}
