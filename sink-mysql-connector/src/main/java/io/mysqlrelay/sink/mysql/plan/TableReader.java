package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a table's structure from information_schema, which shows invisible columns too. */
final class TableReader {
    private static final String COLUMNS = """
            SELECT column_name, character_set_name, collation_name, generation_expression, extra, is_nullable,
            data_type, column_type, coalesce(numeric_scale, datetime_precision) FROM information_schema.columns
            WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position""";

    /** The primary key first, then the narrowest. A functional part has no column name, a prefix has a length. */
    private static final String UNIQUE_KEYS = """
            SELECT index_name, column_name, sub_part, nullable FROM information_schema.statistics
            WHERE table_schema = ? AND table_name = ? AND non_unique = 0
            ORDER BY index_name <> 'PRIMARY', index_name, seq_in_index""";

    private static final String ACTIONS = """
            SELECT r.delete_rule, r.update_rule, k.referenced_column_name
            FROM information_schema.referential_constraints r JOIN information_schema.key_column_usage k
            ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
            AND k.table_name = r.table_name
            WHERE r.unique_constraint_schema = ? AND r.referenced_table_name = ?
            AND (r.delete_rule NOT IN ('RESTRICT', 'NO ACTION') OR r.update_rule NOT IN ('RESTRICT', 'NO ACTION'))""";

    private static final String TAKEN = """
            SELECT 1 FROM information_schema.referential_constraints
            WHERE constraint_schema = ? AND table_name = ? AND delete_rule = 'CASCADE' LIMIT 1""";

    private static final String TRIGGERS = """
            SELECT 1 FROM information_schema.triggers
            WHERE event_object_schema = ? AND event_object_table = ? LIMIT 1""";

    private TableReader() {}

    /** @return a table without columns when it does not exist */
    static TargetTable read(DmlSession session, TableName name) throws SQLException {
        Map<String, TargetColumn> columns = new LinkedHashMap<>();
        for (String[] r : session.rows(COLUMNS, name.database(), name.table())) {
            String extra = r[4].toLowerCase(Locale.ROOT);
            boolean listed = r[6].equalsIgnoreCase("enum") || r[6].equalsIgnoreCase("set");
            columns.put(
                    r[0],
                    new TargetColumn(
                            r[0],
                            r[1],
                            r[2],
                            r[3] != null && !r[3].isEmpty(),
                            extra.contains("on update"),
                            r[5].equals("YES"),
                            listed ? Members.parse(r[7]) : List.of(),
                            r[6].toLowerCase(Locale.ROOT),
                            r[8] == null ? -1 : Integer.parseInt(r[8])));
        }
        boolean deletes = false;
        Set<String> updates = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String[] r : session.rows(ACTIONS, name.database(), name.table())) {
            deletes |= !passive(r[0]);
            if (!passive(r[1])) {
                updates.add(r[2]);
            }
        }
        Map<String, TargetColumn> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(columns);
        boolean taken = session.text(TAKEN, name.database(), name.table()) != null;
        List<TargetKey> keys = keys(session, name);
        List<String> identity = keys.stream()
                .filter(TargetKey::identifies)
                .findFirst()
                .map(TargetKey::columns)
                .orElse(List.of());
        boolean triggers = session.text(TRIGGERS, name.database(), name.table()) != null;
        return new TargetTable(byName, identity, keys, deletes, updates, taken, triggers);
    }

    private static boolean passive(String rule) {
        return rule.equals("RESTRICT") || rule.equals("NO ACTION");
    }

    private static List<TargetKey> keys(DmlSession session, TableName name) throws SQLException {
        Map<String, List<TargetKey.Part>> keys = new LinkedHashMap<>();
        for (String[] r : session.rows(UNIQUE_KEYS, name.database(), name.table())) {
            int prefix = r[2] == null ? 0 : Integer.parseInt(r[2]);
            keys.computeIfAbsent(r[0], k -> new ArrayList<>())
                    .add(new TargetKey.Part(r[1], prefix, "YES".equals(r[3])));
        }
        return keys.values().stream().map(TargetKey::new).toList();
    }
}
