package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.ddl.Rebuild;
import io.mysqlrelay.sink.adb.ddl.Step;
import io.mysqlrelay.sink.adb.ddl.Translation;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.SourceKeys;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import io.mysqlrelay.sink.change.DdlChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what is remembered of tables in step with what statements make of them. */
final class TableMemory {
    private final CapturedTables tables;
    private final Catalog catalog;
    private final KnownTables known;
    private final DdlRules rules;
    private final ViewMemory views;

    TableMemory(CapturedTables tables, Catalog catalog, KnownTables known, DdlRules rules, ViewMemory views) {
        this.views = views;
        this.tables = tables;
        this.catalog = catalog;
        this.known = known;
        this.rules = rules;
    }

    /** What a step has done. Of a statement the last one may come again, because it is the one in doubt after a crash. */
    void follow(DdlChange change, Step step) throws SQLException {
        switch (step.kind()) {
            case CREATE_TABLE -> created(change, step.table());
            case DROP_TABLE -> tables.dropped(step.table());
            case DROP_DATABASE -> tables.droppedDatabase(step.table().database());
            case RENAME_TABLE -> {
                if (!Rebuild.swaps(step)) {
                    tables.renamed(step.table(), new TableName(step.table().database(), step.to()));
                }
            }
            case ADD_COLUMN, DROP_COLUMN, RENAME_COLUMN -> images(change, step);
            default -> {}
        }
        views.follow(step);
    }

    private void images(DdlChange change, Step step) throws SQLException {
        CapturedTable captured = tables.of(step.table());
        if (captured == null || captured.slots() == null) {
            return;
        }
        String at = change.transaction() + "/" + change.ordinal() + "/"
                + Integer.toHexString(Step.encode(List.of(step)).hashCode());
        if (!at.equals(captured.slotsAt())) {
            tables.put(captured.withSlots(
                    Slots.decode(captured.slots()).after(step).encode(), at));
        }
    }

    private void created(DdlChange change, TableName table) throws SQLException {
        CapturedTable earlier = tables.of(table);
        if (earlier != null && earlier.state() == CapturedTable.State.LEFT) {
            // Somebody has removed it by now: this is another table.
            tables.dropped(table);
        }
        Statement statement = Translation.read(change);
        if (statement.kind() != StatementKind.CREATE_TABLE_LIKE) {
            TableTranslation made = new Translation(rules, known).table(change, table);
            tables.put(described(tables.orNew(table), change, made));
            return;
        }
        CapturedTable like = tables.of(statement.read().get(0));
        if (like == null) {
            return;
        }
        CapturedTable made = tables.orNew(table).identifiedBy(like.identity());
        Optional<AdbTable> found = catalog.find(table);
        if (like.slots() != null && found.isPresent()) {
            Set<String> generated = Slots.decode(like.slots()).all().stream()
                    .filter(Slots.Slot::generated)
                    .map(Slots.Slot::name)
                    .collect(Collectors.toSet());
            made = made.withSlots(Slots.of(found.get(), generated).encode(), null);
        }
        tables.put(made);
    }

    /** @return what is remembered of a table that was made from a definition of the source */
    static CapturedTable described(CapturedTable captured, DdlChange change, TableTranslation made) {
        CapturedTable identified = captured.identifiedBy(made.identity());
        CapturedTable noted =
                made.report().isEmpty() ? identified : identified.noting(String.join("\n", made.report()));
        if (!made.keyless()) {
            return noted;
        }
        Set<String> generated = Translation.columns(change).stream()
                .filter(ColumnDefinition::generated)
                .map(ColumnDefinition::name)
                .collect(Collectors.toSet());
        return noted.withSlots(Slots.of(made.table(), generated).encode(), null);
    }

    /** Remembers the new name of the source's key. Before the first step: a later one may rename the table. */
    void followKey(DdlChange change) throws SQLException {
        Statement statement = Translation.read(change);
        if (statement.kind() != StatementKind.ALTER_TABLE && statement.kind() != StatementKind.DROP_INDEX) {
            return;
        }
        CapturedTable captured = tables.of(statement.changed().get(0));
        if (captured == null || captured.identity() == null) {
            return;
        }
        List<String> key = catalog.find(captured.name()).map(AdbTable::key).orElse(List.of());
        String after = SourceKeys.after(Translation.clauses(change), captured.identity(), key);
        if (!after.equals(captured.identity())) {
            tables.put(captured.identifiedBy(after));
        }
    }

    /**
     * An order has taken the statement's place: what is there now tells what became of its tables.
     *
     * @param replaced by a statement of its own
     */
    void byHand(DdlChange change, boolean replaced) throws SQLException {
        followKey(change);
        views.byHand(change, replaced);
        Statement statement = Translation.read(change);
        for (Statement.Rename pair : statement.renames()) {
            if (!catalog.exists(pair.from()) && catalog.exists(pair.to())) {
                tables.renamed(pair.from(), pair.to());
            }
        }
        for (TableName table : statement.changed()) {
            CapturedTable captured = tables.of(table);
            Optional<AdbTable> found = catalog.find(table);
            if (captured != null && found.isEmpty()) {
                tables.dropped(table);
            } else if (captured != null && captured.slots() != null) {
                Slots slots = Slots.decode(captured.slots());
                for (Step rename : renames(change, statement, found.get(), slots)) {
                    slots = slots.after(rename);
                }
                tables.put(captured.withSlots(slots.as(found.get()).encode(), null));
            }
        }
        left(change);
    }

    /** @return renamings of columns that the statement has, and that somebody has done in the target */
    private static List<Step> renames(DdlChange change, Statement statement, AdbTable now, Slots slots) {
        List<Step> renames = new ArrayList<>();
        if (statement.kind() != StatementKind.ALTER_TABLE) {
            return renames;
        }
        for (AlterClause clause : Translation.clauses(change)) {
            String from = null;
            String to = null;
            if (clause instanceof AlterClause.RenameColumn rename) {
                from = rename.from();
                to = rename.to();
            } else if (clause instanceof AlterClause.ChangeColumn changed) {
                from = changed.from();
                to = changed.column().name();
            }
            if (from != null
                    && now.column(from).isEmpty()
                    && now.column(to).isPresent()
                    && !slots.missing(Stream.of(to)).isEmpty()) {
                renames.add(new Step(Step.Kind.RENAME_COLUMN, now.name(), from, to, ""));
            }
        }
        return renames;
    }

    /**
     * Tables that the source has dropped and the target still has, by a setting, an order or a refusal, are marked: their rows
     * must not become those of a later table of the same name.
     */
    void left(DdlChange change) throws SQLException {
        Statement statement = Translation.read(change);
        List<TableName> gone = new ArrayList<>();
        if (statement.kind() == StatementKind.DROP_TABLE) {
            gone.addAll(statement.changed());
        } else if (statement.kind() == StatementKind.DROP_DATABASE) {
            gone.addAll(tables.in(statement.databases().get(0)));
            views.left(statement);
        }
        for (TableName table : gone) {
            CapturedTable captured = tables.of(table);
            if (captured != null && catalog.exists(table)) {
                tables.put(captured.in(CapturedTable.State.LEFT));
            }
        }
    }
}
