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
public final class Rebuild {
    private static final String COPY = "_relay_new";
    private static final String OLD = "_relay_old";

    private final AdbTable before;
    private final AdbTable after;
    private final TableName copy;
    private final TableName old;
    private final String zone;

    /**
     * @param after has the same columns in the same order, perhaps of other names and types
     * @param zone of the session that copies; empty for any
     */
    Rebuild(AdbTable before, AdbTable after, String zone) {
        this.zone = zone;
        this.before = before;
        this.copy = beside(before.name(), COPY);
        this.old = beside(before.name(), OLD);
        this.after = after.named(copy);
    }

    /** @return true for the renaming of a rebuilt table or of the one that it replaces */
    public static boolean swaps(Step step) {
        return step.kind() == Kind.RENAME_TABLE
                && (step.from().endsWith(COPY) || step.to().endsWith(OLD));
    }

    /** @return true if going on without this step would leave other rows than the source's, or lose the copied ones */
    public static boolean changesRows(List<Step> steps, int at) {
        Step step = steps.get(at);
        return switch (step.kind()) {
            case TRUNCATE, RENAME_TABLE, CREATE_COPY, COPY, VERIFY -> true;
            case DROP_TABLE ->
                step.table().table().endsWith(COPY) || step.table().table().endsWith(OLD);
            case MODIFY_COLUMN -> !step.from().isEmpty();
            default -> false;
        };
    }

    /** @return true if what the steps before this one have done cannot be told from the names in the statement any more */
    public static boolean halfway(List<Step> steps, int at) {
        return steps.subList(0, at).stream()
                .anyMatch(s -> s.kind() == Kind.RENAME_TABLE || s.kind() == Kind.RENAME_COLUMN);
    }

    private static TableName beside(TableName name, String suffix) {
        return new TableName(name.database(), name.table() + suffix);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(drop(copy));
        steps.add(Step.of(Kind.CREATE_COPY, copy, "", after.createStatement()));
        steps.add(new Step(Kind.COPY, copy, before.name().table(), zone, fill()));
        steps.add(new Step(Kind.VERIFY, copy, before.name().table(), "", columns(before) + "\n" + columns(after)));
        steps.add(rename(before.name(), old));
        steps.add(rename(copy, before.name()));
        steps.add(drop(old));
        return steps;
    }

    /**
     * A copy of which nobody knows whether it is still being filled must not become the table: what comes late into it would
     * bring rows back that are deleted by then. So the steps are made anew with another copy, and the old one is dropped.
     *
     * @param at of a COPY that was begun
     * @return steps of which those before {@code at - 2} are the same; to be gone on with from there
     */
    public static List<Step> anew(List<Step> steps, int at) {
        TableName copy = steps.get(at).table();
        TableName original = new TableName(copy.database(), steps.get(at).from());
        TableName other = beside(original, "_" + number(copy, original) + COPY);
        List<Step> anew = new ArrayList<>(steps.subList(0, at - 1));
        for (int i = at - 2; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean about = step.table().equals(copy);
            anew.add(
                    about
                            ? new Step(
                                    step.kind(),
                                    other,
                                    step.from().equals(copy.table()) ? other.table() : step.from(),
                                    step.to(),
                                    step.sql().replace(copy.quoted(), other.quoted()))
                            : step);
        }
        return anew;
    }

    private static int number(TableName copy, TableName original) {
        String between =
                copy.table().substring(original.table().length(), copy.table().length() - COPY.length());
        return between.isEmpty() ? 2 : Integer.parseInt(between.substring(1)) + 1;
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
