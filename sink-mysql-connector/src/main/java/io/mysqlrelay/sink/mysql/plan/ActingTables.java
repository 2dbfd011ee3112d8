package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tables that foreign keys connect, through any number of tables, with a foreign key that acts. A statement on one of
 * them that the server checks reads and changes rows of the others, and it cannot be repeated.
 */
final class ActingTables {
    private static final String FOREIGN_KEYS = """
            SELECT constraint_schema, table_name, unique_constraint_schema, referenced_table_name,
            delete_rule NOT IN ('RESTRICT', 'NO ACTION') OR update_rule NOT IN ('RESTRICT', 'NO ACTION')
            FROM information_schema.referential_constraints""";

    /** Folded: too many tables do no harm. */
    private final Set<TableName> names;

    private ActingTables(Set<TableName> names) {
        this.names = names;
    }

    static ActingTables read(DmlSession session) throws SQLException {
        Map<TableName, Set<TableName>> neighbours = new HashMap<>();
        Deque<TableName> next = new ArrayDeque<>();
        for (String[] r : session.rows(FOREIGN_KEYS)) {
            TableName child = new TableName(r[0], r[1]).folded();
            TableName parent = new TableName(r[2], r[3]).folded();
            neighbours.computeIfAbsent(child, t -> new HashSet<>()).add(parent);
            neighbours.computeIfAbsent(parent, t -> new HashSet<>()).add(child);
            if (r[4].equals("1")) {
                next.add(child);
            }
        }
        Set<TableName> reached = new HashSet<>();
        while (!next.isEmpty()) {
            TableName table = next.remove();
            if (reached.add(table)) {
                next.addAll(neighbours.get(table));
            }
        }
        return new ActingTables(reached);
    }

    boolean contains(TableName table) {
        return names.contains(table.folded());
    }
}
