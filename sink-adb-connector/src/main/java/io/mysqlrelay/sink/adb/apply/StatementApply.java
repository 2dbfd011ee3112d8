package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.ddl.Rebuild;
import io.mysqlrelay.sink.adb.ddl.StatementPlan;
import io.mysqlrelay.sink.adb.ddl.Step;
import io.mysqlrelay.sink.adb.ddl.Translation;
import io.mysqlrelay.sink.adb.state.AdbDdlOrders;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.state.CapturedViews;
import io.mysqlrelay.sink.adb.state.Checkpoints;
import io.mysqlrelay.sink.adb.state.DdlLog;
import io.mysqlrelay.sink.adb.state.Ownership;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.config.DdlErrorPolicy;
import io.mysqlrelay.sink.state.DdlOrder;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries statements of the source out, each once. What is to be done is written down as steps before the first of them,
 * and how many are done after each: only one step can be in doubt after a crash, and the target's tables tell about that.
 */
public final class StatementApply {
    private static final Logger LOG = LoggerFactory.getLogger(StatementApply.class);

    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final CapturedTables tables;
    private final Catalog catalog;
    private final KnownTables known;
    private final TableMemory memory;
    private final ViewMemory views;
    private final DdlLog log;
    private final AdbDdlOrders orders;
    private final Steps steps;
    private final DdlRules rules;
    private final DdlErrorPolicy policy;
    private final boolean proceed;

    /** @param proceed tables that exist already are accepted */
    public StatementApply(
            Ownership ownership,
            Checkpoints checkpoints,
            CapturedTables tables,
            CapturedViews views,
            Catalog catalog,
            DdlLog log,
            AdbDdlOrders orders,
            Steps steps,
            DdlRules rules,
            DdlErrorPolicy policy,
            boolean proceed) {
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.tables = tables;
        this.catalog = catalog;
        this.known = new KnownTables(catalog, tables, views);
        this.views = new ViewMemory(views, catalog, steps);
        this.memory = new TableMemory(tables, catalog, known, rules, this.views);
        this.log = log;
        this.orders = orders;
        this.steps = steps;
        this.rules = rules;
        this.policy = policy;
        this.proceed = proceed;
    }

    /** A statement of the binlog. */
    public void execute(DdlChange change, Checkpoint after) throws SQLException, TransientTargetException {
        ownership.check();
        Optional<DdlLog.Entry> earlier = log.find(change);
        if (earlier.filter(DdlLog.Entry::finished).isPresent()) {
            checkpoints.save(after);
            return;
        }
        Optional<DdlOrder> order = orders.find(change);
        if (order.isPresent()) {
            ordered(change, order.get());
        } else {
            planned(change, earlier.filter(DdlLog.Entry::begun));
        }
        checkpoints.save(after);
    }

    private void ordered(DdlChange change, DdlOrder order) throws SQLException {
        if (order.skips()) {
            memory.byHand(change, false);
            log.put(change, kept(change), "skipped", null, 0, "skipped by an order in ddl_orders");
            LOG.warn("Skipped {}: an order in ddl_orders says so", describe(change));
        } else {
            log.put(change, kept(change), "replacing", null, 0, null);
            try {
                steps.run(order.statement(), change.database());
            } catch (SQLException e) {
                RelayException failure = Steps.failed(e, describe(change) + ", replaced by an order in ddl_orders");
                log.put(change, kept(change), "failed", null, 0, failure.getMessage());
                throw failure;
            }
            memory.byHand(change, true);
            log.put(change, kept(change), "replaced", null, 0, null);
        }
        orders.used(change, order);
    }

    private void planned(DdlChange change, Optional<DdlLog.Entry> begun) throws SQLException, TransientTargetException {
        List<Step> todo;
        int done = 0;
        String refusal;
        if (begun.isPresent()) {
            // What is refused of it was refused before the steps were written down, and is logged with them.
            todo = Step.decode(begun.get().steps());
            done = begun.get().step();
            if (done < todo.size() && todo.get(done).kind() == Step.Kind.COPY) {
                todo = Rebuild.anew(todo, done);
                done -= 2;
            }
            refusal = begun.get().error();
        } else {
            StatementPlan plan = requireNew(change, new Translation(rules, known).plan(change));
            boolean refused = plan.refusal() != null && plan.refusal().code() != ErrorCode.ADB_VIEW;
            if (refused && (plan.always() || policy != DdlErrorPolicy.LOG_AND_CONTINUE)) {
                refuse(change, plan.refusal(), plan.always());
            }
            todo = plan.steps();
            plan.report().forEach(line -> LOG.info("{}: {}", describe(change), line));
            refusal = plan.refusal() == null ? null : plan.refusal().getMessage();
            memory.followKey(change);
        }
        for (int i = done; i < todo.size(); i++) {
            log.put(change, kept(change), "started", Step.encode(todo), i, refusal);
            try {
                steps.execute(todo.get(i));
            } catch (Steps.TypeRefused e) {
                todo = retyped(change, e, todo, i, refusal);
                i--;
                continue;
            } catch (RelayException e) {
                if (ViewMemory.harmless(todo.get(i), e)) {
                    refusal = views.refused(todo.get(i), e, refusal);
                    continue;
                }
                if (policy != DdlErrorPolicy.LOG_AND_CONTINUE
                        || e.code() != ErrorCode.DDL_FAILED
                        || Rebuild.changesRows(todo, i)) {
                    failed(change, todo, i, refusal, e);
                }
                finish(change, false, e.getMessage());
                return;
            }
            memory.follow(change, todo.get(i));
        }
        finish(change, todo.stream().allMatch(s -> s.kind() == Step.Kind.LEAVE_VIEW), refusal);
    }

    /** @param refusal what was refused of the statement before its first step; null for nothing */
    private void failed(DdlChange change, List<Step> todo, int at, String refusal, RelayException e)
            throws SQLException, TransientTargetException {
        if (Rebuild.halfway(todo, at)) {
            // Made anew, the plan would be of tables that are half changed.
            log.put(change, kept(change), "started", Step.encode(todo), at, refusal);
            throw e.at(describe(change));
        }
        refuse(change, e, e.code() == ErrorCode.ADB_TYPE_CHANGE || Rebuild.changesRows(todo, at));
    }

    /**
     * Widening is "likely accepted": this cluster has refused it, so it is a change of type like others.
     *
     * @return the steps with others in place of the refused one
     */
    private List<Step> retyped(DdlChange change, Steps.TypeRefused refused, List<Step> todo, int at, String refusal)
            throws SQLException, TransientTargetException {
        LOG.info("{}: {}", describe(change), refused.getMessage());
        List<Step> all = new ArrayList<>(todo.subList(0, at));
        try {
            all.addAll(new Translation(rules, known).instead(todo.get(at)));
        } catch (RelayException e) {
            failed(change, todo, at, refusal, e);
        }
        all.addAll(todo.subList(at + 1, todo.size()));
        return all;
    }

    private void finish(DdlChange change, boolean nothing, String refusal) throws SQLException {
        memory.left(change);
        boolean skipped = nothing && refusal == null;
        log.put(change, kept(change), refusal != null ? "failed" : skipped ? "skipped" : "applied", null, 0, refusal);
        if (refusal != null) {
            LOG.error("Left out a statement or a part of it: {}: {}", describe(change), refusal);
        } else {
            LOG.info("{} {}", skipped ? "Nothing to do for" : "Applied", describe(change));
        }
    }

    /** @throws TransientTargetException if the policy is to try again */
    private void refuse(DdlChange change, RelayException failure, boolean always)
            throws SQLException, TransientTargetException {
        RelayException told = failure.at(describe(change));
        log.put(change, kept(change), "failed", null, 0, told.getMessage());
        if (policy == DdlErrorPolicy.RETRY && !always) {
            throw new TransientTargetException(Kind.OTHER, told.getMessage(), told);
        }
        throw told;
    }

    /** A table that is there already is not taken for the one that the statement makes. */
    private StatementPlan requireNew(DdlChange change, StatementPlan plan) throws SQLException {
        for (Step step : plan.steps()) {
            Catalog.Kind taken = step.kind() == Step.Kind.CREATE_TABLE ? catalog.kind(step.table()) : null;
            if (taken == null) {
                continue;
            }
            if (taken == Catalog.Kind.VIEW) {
                return StatementPlan.refused(
                        new RelayException(
                                ErrorCode.ADB_DDL_UNSUPPORTED,
                                "CREATE TABLE " + step.table()
                                        + ": the target has a view of this name; drop it there and"
                                        + " restart the task"),
                        true);
            }
            boolean ifNotExists = Translation.read(change).ifNotExists();
            CapturedTable captured = tables.of(step.table());
            if (captured == null && !ifNotExists && !proceed) {
                throw new RelayException(ErrorCode.TABLES_EXIST, "table " + step.table()).at(describe(change));
            }
            boolean left = captured != null && captured.state() == CapturedTable.State.LEFT;
            if (left || (captured != null && !ifNotExists)) {
                return StatementPlan.refused(
                        new RelayException(
                                ErrorCode.ADB_DDL_UNSUPPORTED,
                                "CREATE TABLE " + step.table() + ": the target still has the earlier table of this name"
                                        + " with its rows; drop it there and restart the task"),
                        true);
            }
            if (ifNotExists) {
                return StatementPlan.nothing("table " + step.table() + " is there already");
            }
        }
        return plan;
    }

    /** A statement of the schema phase: databases are accepted when they exist, tables are made once. */
    public void create(DdlChange change, Checkpoint after) throws SQLException {
        ownership.check();
        Statement statement = Translation.read(change);
        switch (statement.kind()) {
            case CREATE_DATABASE -> createDatabase(change, statement.databases().get(0));
            case CREATE_TABLE, CREATE_TABLE_SELECT ->
                createTable(change, statement.changed().get(0));
            case ALTER_DATABASE -> {}
            case VIEW -> createView(change, statement.changed().get(0));
            default ->
                LOG.warn("{} statements are not carried over to AnalyticDB: {}", statement.kind(), describe(change));
        }
        checkpoints.save(after);
    }

    private void createDatabase(DdlChange change, String database) throws SQLException {
        StatementPlan plan = new Translation(rules, known).plan(change);
        if (plan.refusal() != null) {
            throw plan.refusal();
        }
        if (!catalog.databaseExists(database)) {
            for (Step step : plan.steps()) {
                steps.create(step);
            }
        }
    }

    private void createTable(DdlChange change, TableName table) throws SQLException {
        Translation translation = new Translation(rules, known);
        translation.requireNoActions(change);
        TableTranslation made = translation.table(change, table);
        CapturedTable captured = tables.of(table);
        boolean planned = captured == null || captured.state() == CapturedTable.State.PLANNED;
        if (!planned) {
            return;
        }
        made.report().forEach(line -> LOG.info("Table {}: {}", table, line));
        // A planned table was checked not to exist: if it does, it was made just before a crash.
        steps.create(Translation.createStep(made.table()));
        tables.put(TableMemory.described(tables.orNew(table), change, made).in(CapturedTable.State.CREATED));
    }

    private void createView(DdlChange change, TableName view) throws SQLException {
        StatementPlan plan = new Translation(rules, known).plan(change);
        plan.report().forEach(line -> LOG.warn("View {}: {}", view, line));
        String refusal = plan.refusal() == null ? null : plan.refusal().getMessage();
        for (Step step : plan.steps()) {
            views.planned(step);
            try {
                steps.create(step);
                views.follow(step);
            } catch (RelayException e) {
                if (!ViewMemory.harmless(step, e)) {
                    throw e;
                }
                refusal = views.refused(step, e, refusal);
            }
        }
        if (refusal != null) {
            LOG.error("Left out a view of the schema phase: {}", refusal);
            log.left(change, view, refusal);
        }
    }

    /** Removes a table of this migration, to make it anew as it is at the source now, or because it is gone there. */
    public void forget(TableName table, boolean exists, Checkpoint after) throws SQLException {
        ownership.check();
        CapturedTable captured = tables.of(table);
        if (captured != null) {
            if (captured.existed() || captured.state() == CapturedTable.State.EXISTING) {
                throw new RelayException(ErrorCode.EXISTING_CHANGED, "table " + table);
            }
            steps.run("DROP TABLE IF EXISTS " + table.quoted(), null);
            tables.dropped(table);
            if (exists) {
                tables.claim(table, CapturedTable.State.PLANNED, false);
            }
        }
        checkpoints.save(after);
    }

    /** Statements about accounts hold hashes of passwords, those about foreign servers the passwords themselves. */
    private static String kept(DdlChange change) {
        return switch (Translation.read(change).kind()) {
            case USER -> "(statement about accounts)";
            case ADMIN -> "(statement about the server)";
            default -> change.text();
        };
    }

    /** The statement by its place; its text may hold secrets, or values in defaults and partitions. */
    private static String describe(DdlChange change) {
        return "statement " + change.ordinal() + " of transaction " + change.transaction() + " on " + change.tables()
                + (change.database() == null ? "" : " in database " + change.database());
    }
}
