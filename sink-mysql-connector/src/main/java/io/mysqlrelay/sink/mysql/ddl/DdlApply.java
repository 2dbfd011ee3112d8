package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementClassifier;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.mysql.session.ByteSession;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.CapturedTables;
import io.mysqlrelay.sink.mysql.state.Checkpoints;
import io.mysqlrelay.sink.mysql.state.CopiedObjects;
import io.mysqlrelay.sink.mysql.state.DdlLog;
import io.mysqlrelay.sink.mysql.state.MySqlDdlOrders;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.mysql.state.PendingViews;
import io.mysqlrelay.sink.mysql.state.StateTables;
import io.mysqlrelay.sink.state.DdlOrder;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the source's statements. Before one is sent, it is logged as started together with a fingerprint of what it
 * names; after it, applied is committed together with the checkpoint. A statement that comes again and is logged as
 * started was executed if the fingerprint has changed. Nothing of it can still be running then: the lock that this task
 * holds was held by the session that ran it.
 */
public final class DdlApply {
    private static final Logger LOG = LoggerFactory.getLogger(DdlApply.class);
    private static final int OUT_OF_RANGE = 1264;

    private final DmlSession dml;
    private final LockedSession ddl;
    private final StateTables state;
    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final CapturedTables tables;
    private final DdlLog log;
    private final MySqlDdlOrders orders;
    private final StatementTraces traces;
    private final LoggedObjects objects;
    private final int serverVersion;

    public DdlApply(
            DmlSession dml,
            ByteSession ddl,
            StateTables state,
            TargetSettings settings,
            Ownership ownership,
            Checkpoints checkpoints,
            CapturedTables tables)
            throws SQLException {
        this.dml = dml;
        this.state = state;
        String migration = settings.migration();
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.tables = tables;
        this.log = new DdlLog(dml, state, migration);
        this.orders = new MySqlDdlOrders(dml, state, migration);
        this.traces = new StatementTraces(dml, ownership, checkpoints, log, orders, settings.ddlErrors());
        this.ddl = new LockedSession(ddl, state, migration);
        this.serverVersion = dml.serverVersion();
        ObjectApply apply = new ObjectApply(
                new CopiedObjects(dml, state, migration),
                new PendingViews(dml, state, migration),
                this.ddl::run,
                settings.proceed(),
                serverVersion);
        this.objects = new LoggedObjects(dml, ownership, checkpoints, log, traces, apply);
        dml.commit();
    }

    /**
     * One statement from the binlog.
     *
     * @throws TransientTargetException if it was refused and is to be tried again
     */
    public void execute(DdlChange change, Checkpoint after) throws SQLException, TransientTargetException {
        Optional<DdlLog.Entry> earlier = log.find(change);
        Optional<DdlOrder> order = orders.find(change);
        dml.commit();
        PlannedStatement planned = new PlannedStatement(change, change, earlier, after);
        if (earlier.isPresent() && earlier.get().finished()) {
            advance(after);
        } else if (order.isEmpty()) {
            execute(planned);
        } else if (wasExecuted(planned)) {
            LOG.warn(
                    "The order in {} comes too late: {} was executed before the task ended",
                    state.name("ddl_orders"),
                    describe(change));
            execute(planned);
        } else if (order.get().skips()) {
            traces.skipped(planned, kept(change, read(change).kind()));
        } else {
            execute(planned.replacedBy(order.get().statement()));
        }
    }

    /** Skipping or replacing it would not take back what is in the target already. */
    private boolean wasExecuted(PlannedStatement planned) throws SQLException {
        if (planned.earlier().isEmpty()) {
            return false;
        }
        Statement statement = read(planned.executed());
        return Action.of(statement) == Action.EXECUTE
                && planned.sent(fingerprint(planned, statement)).isPresent();
    }

    private String fingerprint(PlannedStatement planned, Statement statement) throws SQLException {
        Set<TableName> named = new LinkedHashSet<>(statement.tables());
        named.addAll(planned.logged().tables());
        return Fingerprint.of(dml, named, statement.databases());
    }

    private void execute(PlannedStatement planned) throws SQLException, TransientTargetException {
        DdlChange change = planned.executed();
        Statement statement = read(change);
        Action action = Action.of(statement);
        if (planned.inPlace() && (action == Action.SKIP || action == Action.REFUSE)) {
            throw orders.unclear(planned.logged(), "a " + statement.kind() + " statement cannot take its place");
        }
        switch (action) {
            case SKIP -> skip(change, statement.kind(), planned.after());
            case REFUSE -> {
                RelayException refusal = new RelayException(ErrorCode.CREATE_WITH_ROWS, describe(change));
                remember(traces.started(planned, null, ddl.id()), refusal.getMessage());
                throw refusal;
            }
            case EXECUTE -> {
                once(planned, statement);
                objects.makePendingViews();
            }
            case REWRITE -> objects.execute(planned, ddl.id());
        }
    }

    /** Statements of the schema phase: databases are accepted when they exist, tables are created once. */
    public void create(DdlChange change, Checkpoint after) throws SQLException {
        Statement statement = read(change);
        switch (statement.kind()) {
            case CREATE_DATABASE -> createDatabase(change, statement.databases().get(0));
            case CREATE_TABLE, CREATE_TABLE_LIKE -> {
                createTable(change, statement.changed().get(0), after);
                return;
            }
            case ALTER_DATABASE -> runSchema(change);
            case VIEW, ROUTINE, TRIGGER, EVENT -> {
                objects.create(change, after);
                return;
            }
            default -> {
                skip(change, statement.kind(), after);
                return;
            }
        }
        advance(after);
    }

    /** Removes a table of this migration, to make it anew as it is at the source now, or because it is gone there. */
    public void forget(TableName table, boolean exists, Checkpoint after) throws SQLException {
        CapturedTables.State at = tables.state(table);
        if (at != null) {
            if (tables.existed(table) || at == CapturedTables.State.EXISTING) {
                throw new RelayException(ErrorCode.EXISTING_CHANGED, "table " + table);
            }
            ddl.drop(table);
        }
        ownership.begin();
        if (at != null && exists) {
            tables.planned(table);
        } else if (at != null) {
            tables.dropped(table);
        }
        checkpoints.save(after);
        dml.commit();
    }

    private void createDatabase(DdlChange change, String database) throws SQLException {
        String collation = dml.text(
                "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = ?", database);
        dml.commit();
        if (collation == null) {
            runSchema(change);
        } else {
            LOG.info(
                    "Database {} exists in the target, default collation {}; it is left as it is", database, collation);
        }
    }

    private void createTable(DdlChange change, TableName table, Checkpoint after) throws SQLException {
        CapturedTables.State at = tables.state(table);
        boolean planned = at == null || at == CapturedTables.State.PLANNED;
        // A planned table was checked not to exist: if it does, it was created just before a crash.
        if (planned && !exists(table)) {
            runSchema(change);
        }
        ownership.begin();
        if (planned) {
            tables.created(table);
        }
        checkpoints.save(after);
        dml.commit();
    }

    /** Tables are created in the order of the stream, which is not the order of their references. */
    private void runSchema(DdlChange change) throws SQLException {
        Map<String, String> variables = new HashMap<>(change.session());
        variables.put("foreign_key_checks", "0");
        try {
            ddl.run(change, variables);
        } catch (SQLException e) {
            throw failed(change, " of the schema phase", e);
        }
    }

    private boolean exists(TableName table) throws SQLException {
        boolean found = dml.text(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                        table.database(),
                        table.table())
                != null;
        dml.commit();
        return found;
    }

    private void once(PlannedStatement planned, Statement statement) throws SQLException, TransientTargetException {
        DdlChange change = planned.executed();
        String fingerprint = fingerprint(planned, statement);
        Optional<DdlLog.Entry> sent = planned.sent(fingerprint);
        long id;
        if (sent.isPresent()) {
            LOG.info("{} had been executed before the task ended", describe(planned.logged()));
            id = sent.get().id();
        } else {
            id = traces.started(planned, fingerprint, ddl.id());
            try {
                ddl.run(NewTable.alone(change, statement), change.session());
            } catch (RelayException e) {
                traces.failed(planned, id, e, e.getMessage());
                return;
            } catch (SQLException e) {
                if (passing(change, e)) {
                    throw new TransientTargetException(
                            Kind.OTHER,
                            describe(change) + where(planned, id) + ": " + SqlErrors.numbers(e)
                                    + " without strict mode",
                            e);
                }
                traces.failed(planned, id, failed(change, where(planned, id), e), e.getMessage());
                return;
            }
        }
        ownership.begin();
        traces.done(planned, id);
        follow(statement);
        checkpoints.save(planned.after());
        dml.commit();
        LOG.info("{} {}", planned.inPlace() ? "Replaced" : "Applied", describe(planned.logged()));
    }

    /**
     * Values out of range are warnings to such a session. MySQL 8.0.12 sometimes fails at a table with virtual columns all
     * the same, naming a column and a row that the table does not have, and some seconds later it does not.
     */
    private static boolean passing(DdlChange change, SQLException e) {
        return e.getErrorCode() == OUT_OF_RANGE && !SessionVariables.strict(change.session());
    }

    private String where(PlannedStatement planned, long id) {
        return " (" + state.name("ddl_log") + " id " + id
                + (planned.inPlace() ? ", replaced by an order in " + state.name("ddl_orders") : "") + ")";
    }

    private void remember(long id, String error) throws SQLException {
        ownership.begin();
        log.failed(id, error);
        dml.commit();
    }

    /** Keeps what is remembered of tables under their new names. */
    private void follow(Statement statement) throws SQLException {
        switch (statement.kind()) {
            case DROP_TABLE -> {
                for (TableName table : statement.changed()) {
                    tables.dropped(table);
                }
            }
            case DROP_DATABASE -> {
                for (String database : statement.databases()) {
                    tables.droppedDatabase(database);
                    objects.droppedDatabase(database);
                }
            }
            default -> {
                tables.renamed(statement.renames());
                objects.renamed(statement.renames());
            }
        }
    }

    static RelayException failed(DdlChange change, String where, SQLException e) throws SQLException {
        ErrorKind kind = SqlErrors.kind(e);
        if (kind.isTransient()) {
            throw e;
        }
        // Texts of these errors quote the value that does not fit; the log in the target has them.
        boolean quotesValue = kind == ErrorKind.DATA || kind == ErrorKind.DUPLICATE;
        return new RelayException(
                kind == ErrorKind.PRIVILEGE ? ErrorCode.TARGET_PRIVILEGE : ErrorCode.DDL_FAILED,
                describe(change) + where + ": " + SqlErrors.numbers(e) + (quotesValue ? "" : ": " + e.getMessage()));
    }

    private void skip(DdlChange change, StatementKind kind, Checkpoint after) throws SQLException {
        String reason = kind + " statements are not applied by this version";
        LOG.warn("Skipped {}: {}", describe(change), reason);
        ownership.begin();
        log.skipped(change, kept(change, kind), reason);
        checkpoints.save(after);
        dml.commit();
    }

    /** Statements about accounts hold hashes of passwords, those about foreign servers the passwords themselves. */
    private static String kept(DdlChange change, StatementKind kind) {
        return switch (kind) {
            case USER -> "(statement about accounts)";
            case ADMIN -> "(statement about the server)";
            default -> change.text();
        };
    }

    private void advance(Checkpoint after) throws SQLException {
        ownership.begin();
        checkpoints.save(after);
        dml.commit();
    }

    private Statement read(DdlChange change) {
        return StatementClassifier.classify(
                change.text(), SqlModes.parse(change.session().get("sql_mode")), change.database(), serverVersion);
    }

    /** The statement by its place; its text may hold secrets, or values in defaults and partitions. */
    static String describe(DdlChange change) {
        return "statement " + change.ordinal() + " of transaction " + change.transaction() + " on " + change.tables()
                + (change.database() == null ? "" : " in database " + change.database());
    }
}
