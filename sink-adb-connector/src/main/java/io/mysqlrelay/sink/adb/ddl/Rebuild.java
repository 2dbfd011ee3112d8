package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.ddl.Step.Kind;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts a table of another definition in the place of one, with its rows: what AnalyticDB's own documentation tells people
 * to do when a column's type cannot be changed.
 */
final class Rebuild {
    private final AdbTable before;
    private final AdbTable after;
    private final TableName copy;
    private final TableName old;

    /** @param after has the same columns in the same order, perhaps of other names and types */
    Rebuild(AdbTable before, AdbTable after) {
        this.before = before;
        this.copy = beside(before.name(), "_relay_new");
        this.old = beside(before.name(), "_relay_old");
        this.after = after.named(copy);
    }

    private static TableName beside(TableName name, String suffix) {
        return new TableName(name.database(), name.table() + suffix);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(drop(copy));
        steps.add(Step.of(Kind.CREATE_COPY, copy, "", after.createStatement()));
        steps.add(new Step(Kind.COPY, copy, before.name().table(), "", fill()));
        steps.add(new Step(Kind.VERIFY, copy, before.name().table(), "", columns(before) + "\n" + columns(after)));
        steps.add(rename(before.name(), old));
        steps.add(rename(copy, before.name()));
        steps.add(drop(old));
        return steps;
    }

    static Step rename(TableName from, TableName to) {
        return new Step(
                Kind.RENAME_TABLE,
                from,
                from.table(),
                to.table(),
                "ALTER TABLE " + from.quoted() + " RENAME " + TableName.quote(to.table()));
    }

    static Step drop(TableName table) {
        return Step.of(Kind.DROP_TABLE, table, "", "DROP TABLE IF EXISTS " + table.quoted());
    }

    private String fill() {
        return "INSERT INTO " + copy.quoted() + " (" + columns(after) + ") SELECT " + columns(before) + " FROM "
                + before.name().quoted();
    }

    private static String columns(AdbTable table) {
        return table.columns().stream()
                .map(AdbColumn::name)
                .map(TableName::quote)
                .collect(Collectors.joining(","));
    }

    /** For a message: what a person does instead. */
    String manualSteps() {
        return "1. "
                + after.createStatement()
                        .replace("CREATE TABLE IF NOT EXISTS", "CREATE TABLE")
                        .replaceAll("\\s+", " ")
                + "; 2. " + fill()
                + "; 3. compare SELECT COUNT(*) of both tables; 4. "
                + rename(before.name(), old).sql() + "; 5. "
                + rename(copy, before.name()).sql()
                + "; then restart the task, and drop " + old.quoted() + " when all is well";
    }
}
