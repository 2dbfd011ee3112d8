package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.sink.mysql.apply.LaneSessions;
import io.mysqlrelay.sink.mysql.apply.WindowApply;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.mysql.ddl.DdlApply;
import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.ByteSession;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.session.TargetConnections;
import io.mysqlrelay.sink.mysql.state.CapturedTables;
import io.mysqlrelay.sink.mysql.state.Checkpoints;
import io.mysqlrelay.sink.mysql.state.DdlStates;
import io.mysqlrelay.sink.mysql.state.MigrationLock;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.mysql.state.ParkedRows;
import io.mysqlrelay.sink.mysql.state.StateTables;
import io.mysqlrelay.sink.state.Migrations;
import io.mysqlrelay.sink.state.RefusedRows;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that exists only while the target is open and this task owns the migration. */
final class Opened implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    final DmlSession dml;
    final ByteSession ddl;
    final Ownership ownership;
    final Checkpoints checkpoints;
    final Migrations migrations;
    final CapturedTables tables;
    final TablePlans plans;
    final ParkedRows parked;
    final LaneSessions lanes;
    final WindowApply windows;
    final DdlApply statements;
    final DdlStates ddlStates;

    private Opened(
            TargetConnections connections,
            DmlSession dml,
            ByteSession ddl,
            TargetSettings settings,
            Epoch epoch,
            TargetMeter meter)
            throws SQLException {
        this.dml = dml;
        this.ddl = ddl;
        StateTables state = new StateTables(settings.checkpointDatabase());
        state.ensure(dml);
        String migration = settings.migration();
        ownership = MigrationLock.take(dml, ddl, state, migration, settings.owner(), epoch.last());
        epoch.taken(ownership.epoch());
        checkpoints = new Checkpoints(dml, state, migration);
        migrations = new Migrations(dml, state, migration, true);
        tables = new CapturedTables(dml, state, migration);
        tables.load();
        dml.commit();
        plans = new TablePlans(dml, tables::existed, tables::exact, settings.proceed());
        parked = new ParkedRows(dml, state, migration);
        lanes = new LaneSessions(connections, new MigrationLock(state, migration), ownership, plans, meter);
        RefusedRows refused = new RefusedRows(dml, state, migration, "LEFT(?, 16000)");
        meter.refused(refused.count());
        windows = new WindowApply(
                dml, ownership, checkpoints, tables, plans, parked, refused, lanes, settings.threads(), meter);
        statements = new DdlApply(dml, ddl, state, settings, ownership, checkpoints, tables);
        ddlStates = new DdlStates(dml, state, migration, meter);
    }

    /** @param connections for this target alone; aborted when this fails */
    static Opened open(TargetConnections connections, TargetSettings settings, Epoch epoch, TargetMeter meter)
            throws SQLException {
        try {
            DmlSession dml = DmlSession.open(connections, meter);
            ByteSession ddl = ByteSession.open(connections);
            return new Opened(connections, dml, ddl, settings, epoch, meter);
        } catch (SQLException | RuntimeException e) {
            connections.abort();
            throw e;
        }
    }

    /** When the connections were aborted. From any thread. */
    void abandon() {
        lanes.abandon();
    }

    /** In order, which waits for what runs. */
    @Override
    public void close() {
        lanes.close();
        closeQuietly(ddl);
        closeQuietly(dml);
    }

    private static void closeQuietly(AutoCloseable session) {
        try {
            session.close();
        } catch (Exception e) {
            LOG.debug("Closing a session that is gone", e);
        }
    }
}
