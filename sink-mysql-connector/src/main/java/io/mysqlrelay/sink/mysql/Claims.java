package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.CapturedTables;
import io.mysqlrelay.sink.mysql.state.CapturedTables.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides which tables of the target may become the migration's own. */
final class Claims {
    private static final int NAMES_SHOWN = 20;

    private final DmlSession session;
    private final CapturedTables tables;
    private final boolean proceed;

    Claims(DmlSession session, CapturedTables tables, boolean proceed) {
        this.session = session;
        this.tables = tables;
        this.proceed = proceed;
    }

    /**
     * Part of the caller's transaction, which is rolled back when this throws: nothing is claimed then.
     *
     * @param full rows will be loaded
     */
    void claim(Collection<TableName> names, boolean schemaPhase, boolean full) throws SQLException {
        List<TableName> fresh =
                names.stream().filter(n -> tables.state(n) == null).distinct().toList();
        Set<TableName> existing = existing(fresh);
        if (schemaPhase && !proceed) {
            refuse(ErrorCode.TABLES_EXIST, existing);
        }
        if (!schemaPhase) {
            Set<TableName> missing = new TreeSet<>(fresh);
            missing.removeAll(existing);
            refuse(ErrorCode.TABLES_MISSING, missing);
        }
        Set<TableName> filled = new TreeSet<>();
        if (proceed || full) {
            for (TableName name : existing) {
                if (session.text("SELECT 1 FROM " + name.quoted() + " LIMIT 1") != null) {
                    filled.add(name);
                }
            }
        }
        if (!proceed) {
            refuse(ErrorCode.TABLES_NOT_EMPTY, filled);
        } else if (full) {
            refuseKeyless(filled);
        }
        for (TableName name : fresh) {
            tables.claim(
                    name, existing.contains(name) ? State.EXISTING : State.PLANNED, proceed && existing.contains(name));
        }
    }

    private void refuseKeyless(Set<TableName> filled) throws SQLException {
        Set<TableName> keyless = new TreeSet<>();
        for (TableName name : filled) {
            if (TablePlans.keyless(session, name)) {
                keyless.add(name);
            }
        }
        refuse(ErrorCode.KEYLESS_EXISTING, keyless);
    }

    private Set<TableName> existing(List<TableName> names) throws SQLException {
        boolean foldCase = session.number("SELECT @@lower_case_table_names") != 0;
        Set<TableName> found = new HashSet<>();
        for (String database : names.stream().map(TableName::database).collect(Collectors.toCollection(TreeSet::new))) {
            for (String[] row : session.rows(
                    "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema = ?",
                    database)) {
                found.add(folded(new TableName(row[0], row[1]), foldCase));
            }
        }
        return names.stream()
                .filter(n -> found.contains(folded(n, foldCase)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TableName folded(TableName name, boolean foldCase) {
        return foldCase ? name.folded() : name;
    }

    private static void refuse(ErrorCode code, Set<TableName> names) {
        if (names.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(
                names.stream().limit(NAMES_SHOWN).map(TableName::toString).toList());
        if (names.size() > NAMES_SHOWN) {
            shown.add("and " + (names.size() - NAMES_SHOWN) + " more");
        }
        throw new RelayException(code, names.size() + " tables: " + String.join(", ", shown));
    }
}
