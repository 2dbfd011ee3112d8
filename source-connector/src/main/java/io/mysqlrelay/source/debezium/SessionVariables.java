package io.mysqlrelay.source.debezium;

import java.util.Map;
import java.util.TreeMap;

/** The session variables that a statement needs on the target, from the status variables of its event. */
final class SessionVariables {
    private final Map<String, String> values = new TreeMap<>();

    private SessionVariables() {}

    /**
     * @param eventSeconds the event's time; becomes {@code timestamp}, so that a default of an added column is the same
     * @param systemZone offset of the zone that sessions call SYSTEM; null if it is not known
     * @param locale name of the locale of day and month names; null when it is the default
     */
    static Map<String, String> of(
            StatusVariables from, long eventSeconds, Collations collations, String systemZone, String locale) {
        SessionVariables to = new SessionVariables();
        to.put("sql_mode", from.sqlMode);
        if (from.clientCollation != null) {
            to.put("character_set_client", collations.charset(from.clientCollation));
            to.put("collation_connection", collations.name(from.connectionCollation));
            to.put("collation_server", collations.name(from.serverCollation));
        }
        to.collation("collation_database", from.databaseCollation, collations);
        to.put("time_zone", from.timeZone == null || from.timeZone.isEmpty() ? null : from.timeZone);
        // Another machine's SYSTEM is another zone.
        to.put("system_time_zone", "SYSTEM".equalsIgnoreCase(from.timeZone) ? systemZone : null);
        to.put(
                "timestamp",
                from.microseconds == 0 ? eventSeconds : String.format("%d.%06d", eventSeconds, from.microseconds));
        to.flag("foreign_key_checks", from.foreignKeyChecks());
        to.flag("unique_checks", from.uniqueChecks());
        to.flag("sql_auto_is_null", from.autoIsNull());
        to.put("auto_increment_increment", from.autoIncrementIncrement);
        to.put("auto_increment_offset", from.autoIncrementOffset);
        to.put("lc_time_names", locale);
        to.flag("explicit_defaults_for_timestamp", from.explicitDefaultsForTimestamp);
        to.collation("default_collation_for_utf8mb4", from.defaultCollationForUtf8mb4, collations);
        return to.values;
    }

    private void collation(String name, Integer id, Collations collations) {
        put(name, id == null || id == 0 ? null : collations.name(id));
    }

    private void flag(String name, Boolean value) {
        put(name, value == null ? null : value ? "1" : "0");
    }

    private void put(String name, Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
