package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLExpr;
import com.alibaba.druid.sql.ast.expr.SQLIntegerExpr;
import com.alibaba.druid.sql.ast.expr.SQLTextLiteralExpr;
import com.alibaba.druid.sql.ast.statement.SQLAssignItem;
import io.mysqlrelay.testkit.adb.model.AdbError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The options behind the columns. "Charset/collate/row_format/...: never emit", "do not copy {@code ENGINE=InnoDB}":
 * what the grammar does not list is refused.
 */
final class TableOptions {
    private static final Map<String, Set<String>> WORDS = Map.of(
            "INDEX_ALL", Set.of("Y", "N"),
            "STORAGE_POLICY", Set.of("HOT", "COLD", "MIXED"),
            "ENGINE", Set.of("XUANWU", "XUANWU_V2"));
    private static final Set<String> NUMBERS = Set.of("HOT_PARTITION_COUNT", "BLOCK_SIZE");

    private TableOptions() {}

    /** @param indexAll whether no index is named: "naming any INDEX in CREATE TABLE switches the automatic ones off" */
    static Map<String, String> read(List<SQLAssignItem> items, boolean indexAll) {
        Map<String, String> options = new TreeMap<>(Map.of(
                "INDEX_ALL", indexAll ? "'Y'" : "'N'",
                "STORAGE_POLICY", "'HOT'",
                "ENGINE", "'XUANWU'",
                "TABLE_PROPERTIES", "'{\"format\":\"columnstore\"}'"));
        for (SQLAssignItem item : items) {
            String name = item.getTarget().toString().toUpperCase(Locale.ROOT);
            options.put(name, value(name, item.getValue()));
        }
        // The grammar has the count behind MIXED alone, and there it belongs.
        if (options.get("STORAGE_POLICY").equals("'MIXED'") != options.containsKey("HOT_PARTITION_COUNT")) {
            throw AdbError.refused("HOT_PARTITION_COUNT goes with STORAGE_POLICY='MIXED' alone");
        }
        return options;
    }

    private static String value(String name, SQLExpr value) {
        if (NUMBERS.contains(name) && value instanceof SQLIntegerExpr number) {
            return number.toString();
        }
        if (value instanceof SQLTextLiteralExpr text) {
            String upper = text.getText().toUpperCase(Locale.ROOT);
            if (name.equals("TABLE_PROPERTIES")) {
                return "'" + text.getText() + "'";
            }
            if (WORDS.getOrDefault(name, Set.of()).contains(upper)) {
                return "'" + upper + "'";
            }
        }
        throw AdbError.unsupported("table option " + name);
    }
}
