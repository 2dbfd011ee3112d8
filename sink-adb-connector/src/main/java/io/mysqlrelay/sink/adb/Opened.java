package io.mysqlrelay.sink.adb;

import io.mysqlrelay.sink.adb.apply.Lanes;
import io.mysqlrelay.sink.adb.apply.StatementApply;
import io.mysqlrelay.sink.adb.apply.Steps;
import io.mysqlrelay.sink.adb.apply.TablePlans;
import io.mysqlrelay.sink.adb.apply.WindowApply;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.state.AdbDdlOrders;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.state.CapturedViews;
import io.mysqlrelay.sink.adb.state.Checkpoints;
import io.mysqlrelay.sink.adb.state.DdlLog;
import io.mysqlrelay.sink.adb.state.Ownership;
import io.mysqlrelay.sink.adb.state.ParkedRows;
import io.mysqlrelay.sink.adb.state.StateTables;
import io.mysqlrelay.sink.adb.state.TaskToken;
import io.mysqlrelay.sink.adb.state.Victims;
import io.mysqlrelay.sink.state.Migrations;
import io.mysqlrelay.sink.state.RefusedRows;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TransientTargetException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that exists only while the target is open and this task owns the migration. */
final class Opened {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);
    /** A copy of a large table takes long, and its session says nothing meanwhile. */
    private static final int STATEMENT_TIMEOUT_MILLIS = 6 * 3_600 * 1_000;

    final Ownership ownership;
    final Checkpoints checkpoints;
    final Migrations migrations;
    final CapturedTables tables;
    final Catalog catalog;
    final TablePlans plans;
    final ParkedRows parked;
    final Lanes lanes;
    final WindowApply windows;
    final StatementApply statements;
    final Steps steps;

    private final AdbSession rows;
    private final AdbSession ddl;

    private Opened(AdbSession rows, AdbSession ddl, AdbSettings settings, TaskToken task, TargetMeter meter)
            throws SQLException, TransientTargetException {
        this.rows = rows;
        this.ddl = ddl;
        StateTables state = new StateTables(settings.checkpointDatabase());
        state.ensure(rows);
        String migration = settings.migration();
        ownership = Ownership.take(rows, state, migration, settings.owner(), task, settings.socketTimeoutMillis());
        ownership.join(ddl);
        checkpoints = new Checkpoints(rows, state, migration);
        migrations = new Migrations(rows, state, migration, false);
        tables = new CapturedTables(rows, state, migration);
        tables.load();
        CapturedViews views = new CapturedViews(rows, state, migration);
        views.load();
        catalog = new Catalog(rows);
        plans = new TablePlans(catalog, tables, settings.ddl().tables(), settings.values(), settings.proceed());
        parked = new ParkedRows(rows, state, migration);
        lanes = new Lanes(
                rows, settings.connection(), settings.socketTimeoutMillis(), ownership, settings.threads(), meter);
        RefusedRows refused = new RefusedRows(rows, state, migration, "?");
        meter.refused(refused.count());
        windows = new WindowApply(
                rows,
                ownership,
                checkpoints,
                tables,
                catalog,
                plans,
                parked,
                refused,
                new Victims(rows, state, migration),
                lanes,
                settings.limits(),
                meter);
        steps = new Steps(ddl, catalog, ownership);
        DdlLog log = new DdlLog(rows, state, migration, meter);
        log.tell();
        statements = new StatementApply(
                ownership,
                checkpoints,
                tables,
                views,
                catalog,
                log,
                new AdbDdlOrders(rows, state, migration),
                steps,
                settings.ddl(),
                settings.ddlErrors(),
                settings.proceed());
    }

    static Opened open(AdbSettings settings, TaskToken task, TargetMeter meter)
            throws SQLException, TransientTargetException {
        AdbSession rows = AdbSession.open(settings.connection(), settings.socketTimeoutMillis());
        AdbSession ddl = null;
        try {
            ddl = AdbSession.open(settings.connection(), STATEMENT_TIMEOUT_MILLIS);
            return new Opened(rows, ddl, settings, task, meter);
        } catch (SQLException | TransientTargetException | RuntimeException e) {
            abort(ddl);
            abort(rows);
            throw e;
        }
    }

    /** @param idle nothing is under way, so a successor need not wait */
    void close(boolean idle) {
        lanes.close();
        if (idle && !lanes.lost()) {
            try {
                ownership.release();
            } catch (SQLException | RuntimeException e) {
                LOG.debug("The ownership could not be given up; the next task waits for a time-out", e);
            }
        }
        abort(ddl);
        abort(rows);
    }

    private static void abort(AdbSession session) {
        if (session != null) {
            try {
                session.abort();
            } catch (SQLException e) {
                LOG.debug("Closing a session that is gone", e);
            }
        }
    }
}
