package io.mysqlrelay.sink.adb;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.state.CapturedTable.State;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.Names;
import io.mysqlrelay.sink.adb.table.RowId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides which tables of the target may become the migration's own. */
final class Claims {
    private static final int NAMES_SHOWN = 20;

    private final Catalog catalog;
    private final CapturedTables tables;
    private final boolean proceed;

    Claims(Catalog catalog, CapturedTables tables, boolean proceed) {
        this.catalog = catalog;
        this.tables = tables;
        this.proceed = proceed;
    }

    /** @param full rows will be loaded */
    void claim(Collection<TableName> names, boolean schemaPhase, boolean full) throws SQLException {
        List<TableName> fresh =
                names.stream().filter(n -> tables.of(n) == null).distinct().toList();
        refuseNames(fresh);
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
        for (TableName name : existing) {
            if ((proceed || full) && catalog.hasRows(name)) {
                filled.add(name);
            }
        }
        if (!proceed) {
            refuse(ErrorCode.TABLES_NOT_EMPTY, filled);
        } else {
            refuse(ErrorCode.KEYLESS_EXISTING, keyless(filled));
        }
        for (TableName name : fresh) {
            tables.claim(
                    name, existing.contains(name) ? State.EXISTING : State.PLANNED, proceed && existing.contains(name));
        }
    }

    /** All of them before anything is made. */
    private void refuseNames(List<TableName> names) {
        Map<String, TableName> folded = new HashMap<>();
        Set<String> wrong = new TreeSet<>();
        for (TableName name : names) {
            wrong.addAll(Names.problems(name, List.of()));
            TableName same = folded.put(name.toString().toLowerCase(Locale.ROOT), name);
            if (same != null) {
                wrong.add("tables " + same + " and " + name + " differ in letter case alone");
            }
        }
        if (!wrong.isEmpty()) {
            throw new RelayException(
                    ErrorCode.ADB_NAME,
                    wrong.size() + " names: "
                            + wrong.stream().limit(NAMES_SHOWN).collect(Collectors.joining("; ")));
        }
    }

    /** Rows cannot be written into a view, and a table cannot be made beside one. */
    private Set<TableName> existing(List<TableName> names) throws SQLException {
        Set<TableName> existing = new TreeSet<>();
        for (TableName name : names) {
            Catalog.Kind kind = catalog.kind(name);
            if (kind == Catalog.Kind.VIEW) {
                throw new RelayException(
                        ErrorCode.ADB_TABLE, "table " + name + ": AnalyticDB has a view of this name, drop it there");
            }
            if (kind == Catalog.Kind.TABLE) {
                existing.add(name);
            }
        }
        return existing;
    }

    private Set<TableName> keyless(Set<TableName> filled) throws SQLException {
        Set<TableName> keyless = new TreeSet<>();
        for (TableName name : filled) {
            AdbTable table = catalog.find(name).orElseThrow();
            if (table.key().isEmpty() || table.inKey(RowId.ID)) {
                keyless.add(name);
            }
        }
        return keyless;
    }

    private static void refuse(ErrorCode code, Set<TableName> names) {
        if (!names.isEmpty()) {
            String shown =
                    names.stream().limit(NAMES_SHOWN).map(TableName::toString).collect(Collectors.joining(", "));
            String more = names.size() > NAMES_SHOWN ? ", and " + (names.size() - NAMES_SHOWN) + " more" : "";
            throw new RelayException(code, names.size() + " tables: " + shown + more);
        }
    }
}
