package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.adb.plan.TablePlan;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.Partitioning;
import io.mysqlrelay.sink.adb.value.ValueRules;
import io.mysqlrelay.sink.change.RowShape;
import java.sql.SQLException;
import java.util.IdentityHashMap;

/** The plans of all shapes met since the last statement. Used by one thread. */
public final class TablePlans {
    private final Catalog catalog;
    private final CapturedTables tables;
    private final TableRules rules;
    private final ValueRules values;
    private final boolean extraAllowed;
    private final IdentityHashMap<RowShape, TablePlan> plans = new IdentityHashMap<>();

    /** @param extraAllowed the target's tables may have columns that the source does not have */
    public TablePlans(
            Catalog catalog, CapturedTables tables, TableRules rules, ValueRules values, boolean extraAllowed) {
        this.catalog = catalog;
        this.tables = tables;
        this.rules = rules;
        this.values = values;
        this.extraAllowed = extraAllowed;
    }

    TablePlan of(RowShape shape) throws SQLException {
        TablePlan plan = plans.get(shape);
        if (plan == null) {
            plan = make(shape);
            plans.put(shape, plan);
        }
        return plan;
    }

    public void clear() {
        plans.clear();
    }

    private TablePlan make(RowShape shape) throws SQLException {
        TableName name = shape.table();
        AdbTable target = catalog.find(name)
                .orElseThrow(() -> new RelayException(
                        ErrorCode.TABLES_MISSING, "table " + name + " does not exist in the target"));
        CapturedTable captured = tables.of(name);
        Partitioning partitioning = rules.of(name).partitioning();
        return TablePlan.of(
                shape,
                target,
                partitioning == null ? null : partitioning.column(),
                values,
                captured != null && captured.existed(),
                extraAllowed);
    }
}
