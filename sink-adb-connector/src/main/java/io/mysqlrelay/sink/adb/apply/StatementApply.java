package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.ddl.StatementPlan;
import io.mysqlrelay.sink.adb.ddl.Step;
import io.mysqlrelay.sink.adb.ddl.Translation;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.state.Checkpoints;
import io.mysqlrelay.sink.adb.state.DdlLog;
import io.mysqlrelay.sink.adb.state.DdlOrders;
import io.mysqlrelay.sink.adb.state.Ownership;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.config.DdlErrorPolicy;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final DdlLog log;
    private final DdlOrders orders;
    private final Steps steps;
    private final DdlRules rules;
    private final DdlErrorPolicy policy;
    private final boolean proceed;

    /** @param proceed tables that exist already are accepted */
    public StatementApply(
            Ownership ownership,
            Checkpoints checkpoints,
            CapturedTables tables,
            Catalog catalog,
            DdlLog log,
            DdlOrders orders,
            Steps steps,
            DdlRules rules,
            DdlErrorPolicy policy,
            boolean proceed) {
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.tables = tables;
        this.catalog = catalog;
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
        Optional<DdlOrders.Order> order = orders.find(change);
        if (order.isPresent()) {
            ordered(change, order.get());
        } else {
            planned(change, earlier.filter(DdlLog.Entry::begun));
        }
        checkpoints.save(after);
    }

    private void ordered(DdlChange change, DdlOrders.Order order) throws SQLException {
        if (order.statement() == null) {
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
            refusal = begun.get().error();
        } else {
            StatementPlan plan = new Translation(rules, catalog).plan(change);
            if (plan.refusal() != null && (plan.always() || policy != DdlErrorPolicy.LOG_AND_CONTINUE)) {
                refuse(change, plan.refusal(), plan.always());
            }
            todo = plan.steps();
            requireNew(change, todo);
            plan.report().forEach(line -> LOG.info("{}: {}", describe(change), line));
            refusal = plan.refusal() == null ? null : plan.refusal().getMessage();
        }
        String encoded = Step.encode(todo);
        for (int i = done; i < todo.size(); i++) {
            log.put(change, kept(change), "started", encoded, i, refusal);
            try {
                steps.execute(todo.get(i));
            } catch (Steps.TypeRefused e) {
                retype(change, e, todo.subList(0, i));
                return;
            } catch (RelayException e) {
                boolean goesOn = policy == DdlErrorPolicy.LOG_AND_CONTINUE && e.code() == ErrorCode.DDL_FAILED;
                if (!goesOn) {
                    refuse(change, e.at(describe(change)), false);
                }
                finish(change, todo.subList(0, i), e.getMessage());
                return;
            }
        }
        finish(change, todo, refusal);
    }

    /**
     * Widening is "likely accepted": this cluster has refused it, so it is a change of type like others.
     *
     * @param done steps that were carried out before
     */
    private void retype(DdlChange change, Steps.TypeRefused refused, List<Step> done)
            throws SQLException, TransientTargetException {
        LOG.info("{}: {}", describe(change), refused.getMessage());
        if (!rules.widening()) {
            refuse(change, new RelayException(ErrorCode.ADB_TYPE_CHANGE, refused.getMessage()), true);
        }
        StatementPlan plan = new Translation(rules.withoutWidening(), catalog).plan(change);
        if (plan.refusal() != null) {
            follow(change, done);
            refuse(change, plan.refusal(), plan.always());
        }
        List<Step> all = new ArrayList<>(done);
        all.addAll(plan.steps());
        String encoded = Step.encode(all);
        for (int i = done.size(); i < all.size(); i++) {
            log.put(change, kept(change), "started", encoded, i, null);
            try {
                steps.execute(all.get(i));
            } catch (Steps.TypeRefused e) {
                refuse(change, new RelayException(ErrorCode.ADB_TYPE_CHANGE, e.getMessage()), true);
            }
        }
        finish(change, all, null);
    }

    private void finish(DdlChange change, List<Step> carriedOut, String refusal) throws SQLException {
        follow(change, carriedOut);
        boolean nothing = carriedOut.isEmpty() && refusal == null;
        log.put(change, kept(change), refusal != null ? "failed" : nothing ? "skipped" : "applied", null, 0, refusal);
        if (refusal != null) {
            LOG.error("Left out a part of a statement, as ddl.error.policy says: {}: {}", describe(change), refusal);
        } else {
            LOG.info("{} {}", nothing ? "Nothing to do for" : "Applied", describe(change));
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

    /** A table that is not the migration's own is not taken for the one that the statement makes. */
    private void requireNew(DdlChange change, List<Step> todo) throws SQLException {
        boolean ifNotExists = Translation.read(change).ifNotExists();
        for (Step step : todo) {
            boolean strange = step.kind() == Step.Kind.CREATE_TABLE
                    && catalog.exists(step.table())
                    && tables.of(step.table()) == null;
            if (strange && !proceed && !ifNotExists) {
                throw new RelayException(ErrorCode.TABLES_EXIST, "table " + step.table()).at(describe(change));
            }
        }
    }

    /** Keeps what is remembered of tables under their new names, and of keyless ones what their rows consist of. */
    private void follow(DdlChange change, List<Step> todo) throws SQLException {
        // The same steps may be told of twice; of a statement that was refused halfway, other steps come later.
        String at = change.transaction() + "/" + change.ordinal() + "/"
                + Integer.toHexString(Step.encode(todo).hashCode());
        for (Step step : todo) {
            TableName table = step.table();
            switch (step.kind()) {
                case CREATE_TABLE -> created(change, table);
                case DROP_TABLE -> tables.dropped(table);
                case DROP_DATABASE -> tables.droppedDatabase(table.database());
                case RENAME_TABLE -> {
                    if (!step.from().endsWith("_relay_new") && !step.to().endsWith("_relay_old")) {
                        tables.renamed(table, new TableName(table.database(), step.to()));
                    }
                }
                default -> {}
            }
        }
        for (TableName table : todo.stream().map(Step::table).collect(Collectors.toSet())) {
            CapturedTable captured = tables.of(table);
            if (captured != null && captured.slots() != null && !at.equals(captured.slotsAt())) {
                Slots slots = Slots.decode(captured.slots());
                for (Step step : todo) {
                    slots = step.table().equals(table) ? slots.after(step) : slots;
                }
                tables.put(captured.withSlots(slots.encode(), at));
            }
        }
    }

    private void created(DdlChange change, TableName table) throws SQLException {
        Statement statement = Translation.read(change);
        if (statement.kind() == StatementKind.CREATE_TABLE_LIKE) {
            CapturedTable like = tables.of(statement.read().get(0));
            if (like != null && like.slots() != null && catalog.find(table).isPresent()) {
                Set<String> generated = Slots.decode(like.slots()).all().stream()
                        .filter(Slots.Slot::generated)
                        .map(Slots.Slot::name)
                        .collect(Collectors.toSet());
                tables.put(tables.orNew(table)
                        .withSlots(
                                Slots.of(catalog.find(table).get(), generated).encode(), null));
            }
            return;
        }
        TableTranslation made = new Translation(rules, catalog).table(change, table);
        tables.put(describedBy(tables.orNew(table), change, made));
    }

    private static CapturedTable describedBy(CapturedTable captured, DdlChange change, TableTranslation made) {
        CapturedTable noted = made.report().isEmpty() ? captured : captured.noting(String.join("\n", made.report()));
        if (!made.keyless()) {
            return noted;
        }
        Set<String> generated = Translation.columns(change).stream()
                .filter(ColumnDefinition::generated)
                .map(ColumnDefinition::name)
                .collect(Collectors.toSet());
        return noted.withSlots(Slots.of(made.table(), generated).encode(), null);
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
            default ->
                LOG.warn("{} statements are not carried over to AnalyticDB: {}", statement.kind(), describe(change));
        }
        checkpoints.save(after);
    }

    private void createDatabase(DdlChange change, String database) throws SQLException {
        StatementPlan plan = new Translation(rules, catalog).plan(change);
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
        Translation translation = new Translation(rules, catalog);
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
        tables.put(describedBy(tables.orNew(table), change, made).in(CapturedTable.State.CREATED));
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

    /** Statements about accounts hold hashes of passwords. */
    private static String kept(DdlChange change) {
        return Translation.read(change).kind() == StatementKind.USER ? "(statement about accounts)" : change.text();
    }

    /** The statement by its place; its text may hold secrets, or values in defaults and partitions. */
    private static String describe(DdlChange change) {
        return "statement " + change.ordinal() + " of transaction " + change.transaction() + " on " + change.tables()
                + (change.database() == null ? "" : " in database " + change.database());
    }
}
