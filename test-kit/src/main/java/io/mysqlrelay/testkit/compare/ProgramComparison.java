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

    private final Differences differences;

    ProgramComparison(Differences differences) {
        this.differences = differences;
    }

    void run(String database, ComparedServer left, ComparedServer right) throws SQLException {
        for (Kind kind : KINDS) {
            for (String name : differences.names(
                    kind.word(),
                    database + ".",
                    left.strings(kind.names(), database),
                    right.strings(kind.names(), database))) {
                String show = "SHOW CREATE " + kind.word() + " " + new TableName(database, name).quoted();
                differences.definition(
                        kind.word() + " " + database + "." + name, left.definition(show), right.definition(show));
            }
        }
    }

    private static String routines(String type) {
        return "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ? AND ROUTINE_TYPE = '"
                + type + "'";
    }
}
