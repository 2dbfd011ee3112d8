package io.mysqlrelay.sink.adb;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.TaskToken;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.SavedState;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.sink.target.XaName;
import java.sql.SQLException;
import java.util.List;

/**
 * AnalyticDB for MySQL 3.0. It has no transactions: each call writes its data first and the checkpoint after it, and every
 * call may be repeated.
 */
final class AnalyticDbTarget implements Target {
    private final AdbSettings settings;
    private final TaskToken task;
    private final TargetMeter meter;
    private volatile Opened opened;
    /** A call is under way, or has failed so that nobody knows what the cluster still does. */
    private volatile boolean busy;

    AnalyticDbTarget(AdbSettings settings, TaskToken task, TargetMeter meter) {
        this.settings = settings;
        this.task = task;
        this.meter = meter;
    }

    @Override
    public SavedState open() throws TransientTargetException {
        SavedState[] saved = new SavedState[1];
        run("opening the target", () -> {
            Opened now = Opened.open(settings, task, meter);
            opened = now;
            saved[0] = new SavedState(now.checkpoints.load(), now.migrations.load(), now.tables.skipUntil());
        });
        return saved[0];
    }

    @Override
    public void claimTables(List<TableName> tables, boolean schemaPhase, Checkpoint after)
            throws TransientTargetException {
        step("claiming tables", after, () -> {
            String types = opened.migrations.load().types();
            boolean full = types != null && List.of(types.split(",")).contains("full");
            new Claims(opened.catalog, opened.tables, settings.proceed()).claim(tables, schemaPhase, full);
        });
    }

    @Override
    public void requireGenerated(TableName table, List<String> absent) {
        throw new RelayException(ErrorCode.ADB_GENERATED, "table " + table + ", columns " + absent);
    }

    @Override
    public void beginTableLoad(TableName table, boolean keyless, String position, Checkpoint after)
            throws TransientTargetException {
        step("beginning the load of table " + table, after, () -> {
            CapturedTable captured = opened.tables.orNew(table);
            if (position != null) {
                boolean filled = opened.catalog.hasRows(table);
                if (filled && captured.state() == CapturedTable.State.EXISTING) {
                    throw new RelayException(ErrorCode.KEYLESS_EXISTING, "table " + table);
                }
                if (filled) {
                    opened.steps.truncate(table);
                }
            }
            opened.tables.put(captured.read(keyless, position));
            opened.plans.clear();
        });
    }

    @Override
    public void forgetTable(TableName table, boolean exists, Checkpoint after) throws TransientTargetException {
        run("removing table " + table, () -> {
            opened.plans.clear();
            opened.statements.forget(table, exists, after);
        });
    }

    @Override
    public void endTableLoad(TableName table, long rows, Checkpoint after) throws TransientTargetException {
        step(
                "ending the load of table " + table,
                after,
                () -> opened.tables.put(opened.tables
                        .orNew(table)
                        .in(CapturedTable.State.LOADED)
                        .counting(rows)));
    }

    @Override
    public void apply(Window window) throws TransientTargetException {
        run("applying row changes", () -> opened.windows.apply(window));
    }

    @Override
    public void leaveOut(List<Refused> rows, Origins origins, Checkpoint after) throws TransientTargetException {
        step("leaving out row changes", after, () -> opened.windows.leaveOut(rows, origins));
    }

    @Override
    public void park(XaName name, List<RowChange> changes, Checkpoint after) throws TransientTargetException {
        String doing = "keeping changes of an XA transaction";
        step(doing, after, () -> {
            try {
                opened.parked.park(name, changes, opened.checkpoints.nextOffset());
            } catch (SQLException e) {
                throw AdbErrors.translateRows(e, doing);
            }
        });
    }

    @Override
    public void prepared(XaName name, Checkpoint after) throws TransientTargetException {
        step("noting a prepared XA transaction", after, () -> opened.parked.prepared(name));
    }

    @Override
    public void applyParked(ParkedChanges which, Checkpoint after) throws TransientTargetException {
        run("applying an XA transaction", () -> opened.windows.applyParked(which, after));
    }

    @Override
    public void dropParked(String xid, Checkpoint after) throws TransientTargetException {
        step("forgetting an XA transaction", after, () -> opened.parked.drop(xid));
    }

    @Override
    public void execute(DdlChange statement, Checkpoint after) throws TransientTargetException {
        run("executing a statement", () -> {
            opened.plans.clear();
            opened.parked.forgetShapes();
            if (statement.schemaPhase()) {
                opened.statements.create(statement, after);
            } else {
                opened.statements.execute(statement, after);
            }
        });
    }

    @Override
    public void saveMigration(MigrationState state, Checkpoint after) throws TransientTargetException {
        step("saving the migration's phase", after, () -> opened.migrations.save(state));
    }

    @Override
    public void saveCheckpoint(Checkpoint after) throws TransientTargetException {
        step("saving the checkpoint", after, () -> {});
    }

    @Override
    public void close() {
        Opened open = opened;
        if (open != null) {
            opened = null;
            open.close(!busy);
        }
    }

    private void step(String doing, Checkpoint after, Work work) throws TransientTargetException {
        run(doing, () -> {
            opened.ownership.check();
            work.run();
            opened.checkpoints.save(after);
        });
    }

    private void run(String doing, Work work) throws TransientTargetException {
        busy = true;
        try {
            work.run();
            busy = false;
        } catch (SQLException e) {
            busy = AdbErrors.kind(e) == ErrorKind.CONNECTION;
            throw AdbErrors.translate(e, doing);
        } catch (TransientTargetException e) {
            busy = e.kind() == TransientTargetException.Kind.CONNECTION;
            throw e;
        } catch (RelayException e) {
            // A refusal was answered: nothing is under way.
            busy = false;
            throw e;
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, TransientTargetException;
    }
}
