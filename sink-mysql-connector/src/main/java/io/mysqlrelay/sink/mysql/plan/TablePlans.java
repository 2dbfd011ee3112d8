package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The plans of all shapes in use. Forgotten after every statement, because any may have changed a table or its keys.
 * Other threads may ask for plans that exist, while the one that owns the session makes none.
 */
public final class TablePlans {
    private final DmlSession session;
    private final Predicate<TableName> existed;
    private final Predicate<TableName> exact;
    private final boolean extraAllowed;
    private final IdentityHashMap<RowShape, TablePlan> plans = new IdentityHashMap<>();
    /** Null until it is needed. */
    private ActingTables acting;

    /**
     * @param existed tells tables whose rows from before the migration are kept
     * @param exact tells tables that were loaded from one snapshot
     * @param extraAllowed the target's tables may have columns that the source does not have
     */
    public TablePlans(
            DmlSession session, Predicate<TableName> existed, Predicate<TableName> exact, boolean extraAllowed) {
        this.session = session;
        this.existed = existed;
        this.exact = exact;
        this.extraAllowed = extraAllowed;
    }

    public TablePlan of(RowShape shape) throws SQLException {
        TablePlan plan = plans.get(shape);
        if (plan == null) {
            plan = make(shape);
            plans.put(shape, plan);
        }
        return plan;
    }

    public void clear() {
        plans.clear();
        acting = null;
    }

    /** @return true if the target's rows of the table cannot be told apart by a key */
    public static boolean keyless(DmlSession session, TableName table) throws SQLException {
        return TableReader.read(session, table).identity().isEmpty();
    }

    private TablePlan make(RowShape shape) throws SQLException {
        TableName name = shape.table();
        TargetTable target = TableReader.read(session, name);
        if (target.columns().isEmpty()) {
            throw new RelayException(ErrorCode.TABLES_MISSING, "table " + name + " does not exist in the target");
        }
        List<ColumnPlan> all = new ArrayList<>();
        Set<String> carried = new HashSet<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            ColumnShape column = shape.columns().get(i);
            TargetColumn of = target.columns().get(column.name());
            if (of == null) {
                throw new RelayException(
                        ErrorCode.COLUMN_MISSING,
                        "table " + name + " has no column " + column.name() + " in the target");
            }
            carried.add(of.name());
            all.add(new ColumnPlan(name, column, i, of));
        }
        if (!extraAllowed) {
            refuseExtra(name, target, carried);
        }
        // The binlog has values of generated columns too: they find rows, and are never written.
        List<ColumnPlan> key = target.identity().stream()
                .flatMap(k -> all.stream().filter(c -> c.quoted().equals(TableName.quote(k))))
                .toList();
        List<ColumnPlan> columns = all.stream()
                .filter(c -> !target.columns().get(c.name()).generated())
                .toList();
        // A key over a column that only the target has does not tell the source's rows apart.
        boolean whole = key.size() == target.identity().size();
        return new TablePlan(
                name,
                columns,
                whole ? key : List.of(),
                existed.test(name),
                exact.test(name),
                target.deleteActions(),
                // Generated columns can be referred to, so these are places in the stream's row.
                IntStream.range(0, shape.columns().size())
                        .filter(i -> target.updateActions()
                                .contains(shape.columns().get(i).name()))
                        .toArray(),
                target.taken(),
                lanes(shape, target, whole),
                whole ? overwriting(name, target, columns) : Overwriting.NEVER);
    }

    private Overwriting overwriting(TableName name, TargetTable target, List<ColumnPlan> columns) {
        boolean allowed = target.keys().size() == 1
                && !target.triggers()
                && !existed.test(name)
                && columns.stream().noneMatch(ColumnPlan::converted);
        return allowed ? Overwriting.on(session.serverVersion()) : Overwriting.NEVER;
    }

    private LaneKeys lanes(RowShape shape, TargetTable target, boolean whole) throws SQLException {
        if (acting == null) {
            acting = ActingTables.read(session);
        }
        if (target.identity().isEmpty() || !whole || acting.contains(shape.table())) {
            return LaneKeys.lastLane();
        }
        // A row from before the migration may stand in the way of any change, and be what another one is about.
        return existed.test(shape.table()) ? LaneKeys.oneLane() : LaneKeys.of(shape.table(), shape, target);
    }

    private static void refuseExtra(TableName name, TargetTable target, Set<String> carried) {
        List<String> extra = target.columns().values().stream()
                .filter(c -> !c.generated() && !carried.contains(c.name()))
                .map(TargetColumn::name)
                .toList();
        if (!extra.isEmpty()) {
            throw new RelayException(
                    ErrorCode.COLUMN_EXTRA,
                    String.format(
                            Locale.ROOT,
                            "table %s has columns in the target that are not in the stream: %s",
                            name,
                            extra));
        }
    }
}
