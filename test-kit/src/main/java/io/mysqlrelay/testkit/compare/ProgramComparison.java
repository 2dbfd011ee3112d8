package io.mysqlrelay.testkit.compare;

import io.mysqlrelay.core.TableName;
import java.sql.SQLException;
import java.util.List;

/** Compares a database's views, routines, triggers and events by name and by definition, sql_mode and character sets. */
final class ProgramComparison {
    /**
     * A kind of object.
     *
     * @param names query for the names in a database
     */
    private record Kind(String word, String names) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("view", "SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ?"),
            new Kind("procedure", routines("PROCEDURE")),
            new Kind("function", routines("FUNCTION")),
            new Kind("trigger", "SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ?"),
            new Kind("event", "SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?"));

    /** Triggers that are run for the same moment, in their order, which no SHOW CREATE tells. */
    private static final String TRIGGER_ORDER =
            "SELECT CONCAT_WS(' ', ACTION_TIMING, EVENT_MANIPULATION, EVENT_OBJECT_TABLE,"
                    + " GROUP_CONCAT(TRIGGER_NAME ORDER BY ACTION_ORDER)) FROM information_schema.TRIGGERS"
                    + " WHERE TRIGGER_SCHEMA = ? GROUP BY ACTION_TIMING, EVENT_MANIPULATION, EVENT_OBJECT_TABLE";

    private final Differences differences;
    private final CopiedProgram copy;

    /** @param copy how the right side differs; null when it does not */
    ProgramComparison(Differences differences, CopiedProgram copy) {
        this.differences = differences;
        this.copy = copy;
    }

    void run(String database, ComparedServer left, ComparedServer right) throws SQLException {
        for (Kind kind : KINDS) {
            for (String name : differences.names(
                    kind.word(),
                    database + ".",
                    left.strings(kind.names(), database),
                    right.strings(kind.names(), database))) {
                String show = "SHOW CREATE " + kind.word() + " " + new TableName(database, name).quoted();
                String original = left.definition(show);
                String found = right.definition(show);
                differences.definition(
                        kind.word() + " " + database + "." + name,
                        copy == null ? original : copy.expected(kind.word(), original),
                        copy == null ? found : copy.undone(kind.word(), found, original));
            }
        }
        differences.names(
                "order of triggers",
                database + ": ",
                left.strings(TRIGGER_ORDER, database),
                right.strings(TRIGGER_ORDER, database));
    }

    private static String routines(String type) {
        return "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ? AND ROUTINE_TYPE = '"
                + type + "'";
    }
}
