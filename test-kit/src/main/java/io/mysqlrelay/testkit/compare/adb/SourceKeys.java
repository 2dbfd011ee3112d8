package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** "Its primary key is that of the source, else the first unique key whose columns are all NOT NULL, else its own." */
final class SourceKeys {
    private SourceKeys() {}

    /** @return its columns; empty for a table that gets one of its own */
    static List<String> first(Side source, TableName table) throws SQLException {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        Set<String> unusable = new HashSet<>();
        // Nothing else tells their order.
        source.read("SHOW KEYS FROM " + table.quoted(), row -> {
            String key = row.getString("Key_name");
            String column = row.getString("Column_name");
            keys.computeIfAbsent(key, name -> new ArrayList<>()).add(column);
            boolean whole = column != null && row.getString("Sub_part") == null;
            boolean tellsRowsApart = row.getInt("Non_unique") == 0
                    && (key.equals("PRIMARY")
                            || (whole && !row.getString("Null").equals("YES")));
            if (!tellsRowsApart) {
                unusable.add(key);
            }
        });
        keys.keySet().removeAll(unusable);
        List<String> primary = keys.get("PRIMARY");
        return primary != null ? primary : keys.values().stream().findFirst().orElse(List.of());
    }
}
