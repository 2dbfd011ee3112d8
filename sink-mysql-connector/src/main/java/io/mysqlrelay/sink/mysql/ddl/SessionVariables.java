package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The session variables that a statement of the source may bring along, and the text that sets each. The list is fixed
 * and values are checked by form, because both come from records.
 */
final class SessionVariables {
    /** In the order in which they are set: {@code character_set_client} last, for what comes after it is the statement. */
    static final List<String> SETTABLE = List.of(
            "sql_mode",
            "collation_server",
            "time_zone",
            "timestamp",
            "foreign_key_checks",
            "unique_checks",
            "sql_auto_is_null",
            "auto_increment_increment",
            "auto_increment_offset",
            "lc_time_names",
            "explicit_defaults_for_timestamp",
            "default_collation_for_utf8mb4",
            "collation_connection",
            "character_set_client");

    /** Need a high privilege, or a file that small installations lack; most statements mean the same without them. */
    static final List<String> IF_ALLOWED = List.of(
            "lc_time_names",
            "auto_increment_increment",
            "auto_increment_offset",
            "explicit_defaults_for_timestamp",
            "default_collation_for_utf8mb4");

    /** Follows the default database by itself, and setting it would need a privilege. */
    private static final String FOLLOWS_USE = "collation_database";

    /** Offset of the zone that the source's session called SYSTEM, where it was always the same. */
    private static final String SYSTEM_ZONE = "system_time_zone";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,6})?");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_,+:./ -]{0,1024}");

    /** Modes that 5.7 knows and 8.0 refuses: bit 4, bits 8 to 17, NO_AUTO_CREATE_USER. They mean nothing to 8.0. */
    private static final BigInteger GONE_MODES = BigInteger.valueOf(0x10L | 0x3FF00L | 0x10000000L);

    private static final String GONE_MODE_NAME = "NO_AUTO_CREATE_USER";

    private SessionVariables() {}

    /** @throws RelayException if the statement brings a variable that is not on the list */
    static void check(Map<String, String> session) {
        for (String name : session.keySet()) {
            if (!SETTABLE.contains(name) && !name.equals(FOLLOWS_USE) && !name.equals(SYSTEM_ZONE)) {
                throw new RelayException(ErrorCode.SESSION_VARIABLE, "variable " + printable(name) + " is not known");
            }
        }
    }

    /** @return with a zone in place of SYSTEM, if the source tells which it is: here SYSTEM may be another one */
    static Map<String, String> inSourcesZone(Map<String, String> session) {
        String zone = session.get(SYSTEM_ZONE);
        if (zone == null || !"SYSTEM".equalsIgnoreCase(session.get("time_zone"))) {
            return session;
        }
        Map<String, String> placed = new HashMap<>(session);
        placed.put("time_zone", zone);
        return placed;
    }

    /** @return SET statement, pure ASCII; empty when the session has the value already */
    static Optional<String> set(String name, String value, String current) {
        String wanted = name.equals("sql_mode") ? mode(value) : value;
        if (wanted.equalsIgnoreCase(current) || wanted.equals(flag(current))) {
            return Optional.empty();
        }
        return Optional.of("SET SESSION " + name + " = " + literal(name, wanted));
    }

    static String literal(String name, String value) {
        if (NUMBER.matcher(value).matches() || value.equals("DEFAULT")) {
            return value;
        }
        if (!WORDS.matcher(value).matches()) {
            throw new RelayException(
                    ErrorCode.SESSION_VARIABLE, "variable " + name + " has a value of an unknown form");
        }
        return "'" + value + "'";
    }

    /**
     * True if the statement may make something else of a table when the variable has another value.
     *
     * @param name one of {@link #IF_ALLOWED}
     * @param words of the statement, in capital letters
     */
    static boolean matters(String name, Set<String> words) {
        return switch (name) {
            // A TIMESTAMP column without NULL, NOT NULL or DEFAULT gets other attributes.
            case "explicit_defaults_for_timestamp" -> words.contains("TIMESTAMP");
            // Rows that are there get their numbers from an added column.
            case "auto_increment_increment", "auto_increment_offset" ->
                words.contains("ALTER") && (words.contains("AUTO_INCREMENT") || words.contains("SERIAL"));
            case "default_collation_for_utf8mb4" -> words.contains("UTF8MB4");
            default -> false;
        };
    }

    /** True if the session refuses values that do not fit; also when it is not known. */
    static boolean strict(Map<String, String> session) {
        String mode = session.get("sql_mode");
        return mode == null || SqlModes.parse(mode).strict();
    }

    /** SHOW VARIABLES prints ON and OFF where events have 1 and 0. */
    private static String flag(String shown) {
        return "ON".equals(shown) ? "1" : "OFF".equals(shown) ? "0" : shown;
    }

    private static String mode(String value) {
        if (value.matches("\\d{1,20}")) {
            return new BigInteger(value).andNot(GONE_MODES).toString();
        }
        return String.join(
                ",",
                java.util.Arrays.stream(value.toUpperCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(m -> !m.equals(GONE_MODE_NAME))
                        .toList());
    }

    private static String printable(String name) {
        return WORDS.matcher(name).matches() ? name : "(not printable)";
    }
}
