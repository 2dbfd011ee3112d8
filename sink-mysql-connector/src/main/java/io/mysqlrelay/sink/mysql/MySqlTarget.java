package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.jdbc.Outages;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.session.TargetConnections;
import io.mysqlrelay.sink.mysql.state.CapturedTables;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Epoch;
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

/** RDS MySQL, or any MySQL 8. One session for row changes and the relay's own tables, one
 * for statements, and more for the lanes of a window. */
public final class MySqlTarget implements Target {
    /** A table is emptied in pieces, so that no transaction grows with the table. */
    private static final int ROWS_PER_DELETE = 20_000;

    private final TargetSettings settings;
    private final Epoch epoch;
    private final TargetMeter meter;
    private final TargetConnections connections;
    private volatile Opened opened;
    /** The thread that makes all calls but {@link #close}. */
    private volatile Thread caller;
    /** A call is under way, or has failed so that nobody knows what its session still does. */
    private volatile boolean inDoubt;

    /** A target that nobody watches. */
    MySqlTarget(TargetSettings settings, Epoch epoch) {
        this(settings, epoch, new TargetMeter());
    }

    MySqlTarget(TargetSettings settings, Epoch epoch, TargetMeter meter) {
        this.settings = settings;
        this.epoch = epoch;
        this.meter = meter;
        this.connections = new TargetConnections(settings.connection());
    }

    @Override
    public SavedState open() throws TransientTargetException {
        caller = Thread.currentThread();
        return run("opening the target", () -> {
            Opened now = Opened.open(connections, settings, epoch, meter);
            opened = now;
            SavedState saved = new SavedState(now.checkpoints.load(), now.migrations.load(), now.tables.skipUntil());
            now.ddlStates.tell();
            return saved;
        });
    }

    @Override
    public void claimTables(List<TableName> tables, boolean schemaPhase, Checkpoint after)
            throws TransientTargetException {
        transaction("claiming tables", after, () -> {
            String types = opened.migrations.load().types();
            boolean full = types != null && List.of(types.split(",")).contains("full");
            new Claims(opened.dml, opened.tables, settings.proceed()).claim(tables, schemaPhase, full);
        });
    }

    @Override
    public void beginTableLoad(TableName table, boolean keyless, String position, Checkpoint after)
            throws TransientTargetException {
        if (position != null) {
            step("emptying table " + table, () -> {
                refuseForeignRows(table);
                int deleted;
                do {
                    opened.ownership.begin();
                    deleted = opened.dml.update("DELETE FROM " + table.quoted() + " LIMIT " + ROWS_PER_DELETE);
                    opened.dml.commit();
                } while (deleted > 0);
                return null;
            });
        }
        transaction("beginning a table's load", after, () -> {
            opened.tables.loading(table, keyless, position);
            opened.plans.clear();
        });
    }

    /** Rows of an unfinished reading are ours to delete; those from before the migration are not. */
    private void refuseForeignRows(TableName table) throws SQLException {
        if (opened.tables.state(table) == CapturedTables.State.EXISTING
                && opened.dml.text("SELECT 1 FROM " + table.quoted() + " LIMIT 1") != null) {
            throw new RelayException(ErrorCode.KEYLESS_EXISTING, "table " + table);
        }
    }

    @Override
    public void forgetTable(TableName table, boolean exists, Checkpoint after) throws TransientTargetException {
        step("removing table " + table, () -> {
            opened.plans.clear();
            opened.statements.forget(table, exists, after);
            return null;
        });
    }

    @Override
    public void endTableLoad(TableName table, long rows, Checkpoint after) throws TransientTargetException {
        transaction("ending a table's load", after, () -> opened.tables.loaded(table, rows));
    }

    @Override
    public void apply(Window window) throws TransientTargetException {
        run("applying row changes", () -> {
            opened.windows.apply(window);
            return null;
        });
    }

    @Override
    public void leaveOut(List<Refused> rows, Origins origins, Checkpoint after) throws TransientTargetException {
        transaction("leaving out row changes", after, () -> opened.windows.leaveOut(rows, origins));
    }

    @Override
    public void park(XaName name, List<RowChange> changes, Checkpoint after) throws TransientTargetException {
        transaction("keeping changes of an XA transaction", after, () -> opened.parked.park(name, changes));
    }

    @Override
    public void prepared(XaName name, Checkpoint after) throws TransientTargetException {
        transaction("noting a prepared XA transaction", after, () -> opened.parked.prepared(name));
    }

    @Override
    public void applyParked(ParkedChanges which, Checkpoint after) throws TransientTargetException {
        step("applying an XA transaction", () -> {
            opened.windows.applyParked(which, after);
            return null;
        });
    }

    @Override
    public void dropParked(String xid, Checkpoint after) throws TransientTargetException {
        transaction("forgetting an XA transaction", after, () -> opened.parked.drop(xid));
    }

    @Override
    public void execute(DdlChange statement, Checkpoint after) throws TransientTargetException {
        step("executing a statement", () -> {
            opened.plans.clear();
            opened.parked.forgetShapes();
            if (statement.schemaPhase()) {
                opened.statements.create(statement, after);
                opened.ddlStates.tellNowAndThen();
            } else {
                opened.statements.execute(statement, after);
                opened.ddlStates.tell();
            }
            return null;
        });
    }

    @Override
    public void saveMigration(MigrationState state, Checkpoint after) throws TransientTargetException {
        transaction("saving the migration's phase", after, () -> opened.migrations.save(state));
        run("counting statements", () -> {
            opened.ddlStates.tell();
            return null;
        });
    }

    @Override
    public void saveCheckpoint(Checkpoint after) throws TransientTargetException {
        transaction("saving the checkpoint", after, () -> {});
    }

    @Override
    public void close() {
        Opened open = opened;
        if (open != null && !inDoubt && Thread.currentThread() == caller) {
            open.close();
            return;
        }
        // An end in order would wait for the statement that runs, or for a network that is gone.
        connections.abort();
        if (open != null) {
            open.abandon();
        }
    }

    private void transaction(String doing, Checkpoint after, Change change) throws TransientTargetException {
        step(doing, () -> {
            opened.ownership.begin();
            change.make();
            opened.checkpoints.save(after);
            opened.dml.commit();
            return null;
        });
    }

    /** Anything but a window, which waits for locks as long as its lanes may. */
    private void step(String doing, Work<Void> work) throws TransientTargetException {
        run(doing, () -> {
            opened.dml.waitForLocks(DmlSession.ROW_LOCK_SECONDS, DmlSession.TABLE_LOCK_SECONDS);
            return work.run();
        });
    }

    private <T> T run(String doing, Work<T> work) throws TransientTargetException {
        inDoubt = true;
        try {
            T result = work.run();
            inDoubt = false;
            return result;
        } catch (SQLException e) {
            throw Outages.translate(e, doing);
        } catch (RelayException e) {
            takeBack(e);
            throw e;
        }
    }

    /** A refusal ends the transaction, so that its locks do not outlive it until the task is stopped. */
    private void takeBack(RelayException reason) {
        if (opened != null) {
            try {
                opened.dml.rollback();
                inDoubt = false;
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException, TransientTargetException;
    }

    @FunctionalInterface
    private interface Change {
        void make() throws SQLException;
    }
}
