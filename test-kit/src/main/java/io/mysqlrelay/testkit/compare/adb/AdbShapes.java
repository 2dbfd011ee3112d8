package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of an AnalyticDB database, by its metadata tables and SHOW CREATE TABLE. */
final class AdbShapes {
    private static final Pattern INDEX =
            Pattern.compile("(?m)^  (?!PRIMARY KEY )(?:\\w+ )?(?:KEY|INDEX) `.*\\)(?=,?$)");
    private static final Pattern OPTIONS = Pattern.compile(
            "\\n\\) DISTRIBUTE BY (?:BROADCAST|HASH\\(.*?`\\)) ?(?<options>.*?)(?: COMMENT='.*)?$", Pattern.DOTALL);

    private AdbShapes() {}

    static SortedMap<String, AdbTable> read(Side adb, String database) throws SQLException {
        String where = " WHERE table_schema = " + Side.literal(database);
        Map<String, Map<String, AdbTable.Column>> columns = new HashMap<>();
        adb.read(
                "SELECT table_name, column_name, column_type, is_nullable, column_default, extra, column_comment"
                        + " FROM information_schema.columns" + where + " ORDER BY table_name, ordinal_position",
                row -> columns.computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                        .put(
                                row.getString(2),
                                new AdbTable.Column(
                                        row.getString(3),
                                        row.getString(4).equals("NO"),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7))));
        Map<String, List<String>> keys = new HashMap<>();
        Map<String, List<String>> distributions = new HashMap<>();
        adb.read(
                "SELECT table_name, primarykey_columns, distribute_column FROM information_schema.kepler_meta_tables"
                        + where,
                row -> {
                    keys.put(row.getString(1), names(row.getString(2)));
                    distributions.put(row.getString(1), names(row.getString(3)));
                });
        Map<String, String> comments = new TreeMap<>();
        adb.read(
                "SELECT table_name, table_comment FROM information_schema.tables" + where + " AND table_type <> 'VIEW'",
                row -> comments.put(row.getString(1), row.getString(2)));
        SortedMap<String, AdbTable> tables = new TreeMap<>();
        for (Map.Entry<String, String> table : comments.entrySet()) {
            String name = table.getKey();
            String shown = shown(adb, new TableName(database, name));
            tables.put(
                    name,
                    new AdbTable(
                            columns.getOrDefault(name, Map.of()),
                            keys.getOrDefault(name, List.of()),
                            distributions.getOrDefault(name, List.of()),
                            options(shown),
                            INDEX.matcher(shown)
                                    .results()
                                    .map(line -> line.group().strip())
                                    .toList(),
                            table.getValue()));
        }
        return tables;
    }

    private static String shown(Side adb, TableName table) throws SQLException {
        List<String> shown = new ArrayList<>();
        adb.read("SHOW CREATE TABLE " + table.quoted(), row -> shown.add(row.getString(2)));
        return shown.get(0);
    }

    private static String options(String shown) {
        Matcher matcher = OPTIONS.matcher(shown);
        return matcher.find() ? matcher.group("options") : "none: " + shown;
    }

    private static List<String> names(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
