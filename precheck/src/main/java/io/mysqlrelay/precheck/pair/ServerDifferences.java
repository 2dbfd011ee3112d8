package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.Variables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Two servers as such. */
final class ServerDifferences {
    private static final String ZONE_KNOWN = "SELECT CONVERT_TZ('2020-01-01 00:00:00', '+00:00', ?)";
    /** Modes that newer servers do not have. They change nothing that is migrated. */
    private static final Set<String> GONE = Set.of("NO_AUTO_CREATE_USER", "");

    private final Pair pair;

    ServerDifferences(Pair pair) {
        this.pair = pair;
    }

    List<Finding> version() throws SQLException {
        return version(pair.source().version(), pair.target().version());
    }

    static List<Finding> version(ServerVersion source, ServerVersion target) {
        return target.atLeast(source.major(), source.minor(), source.patch())
                ? List.of()
                : older(source, target)
                        ? List.of(Finding.alert(
                                "the target (" + target.text() + ") is older than the source (" + source.text()
                                        + ") and may refuse statements and definitions of it",
                                "upgrade the target to " + source.major() + "." + source.minor()))
                        : List.of(Finding.note(
                                "the target (" + target.text() + ") is a few releases behind the source ("
                                        + source.text() + ")",
                                ""));
    }

    /** Releases of one line differ by what they add too, but seldom. */
    private static boolean older(ServerVersion source, ServerVersion target) {
        return !target.atLeast(source.major(), source.minor(), 0);
    }

    List<Finding> sqlMode() throws SQLException {
        Set<String> source = modes(pair.source().variables());
        Set<String> target = modes(pair.target().variables());
        return source.equals(target)
                ? List.of()
                : List.of(Finding.note(
                        "sql_mode is '" + String.join(",", source) + "' on the source and '" + String.join(",", target)
                                + "' on the target; the copy does not depend on it, applications do after the cut-over",
                        TargetRights.ON_TARGET + "SET GLOBAL sql_mode = '" + String.join(",", source)
                                + "'; also in its configuration file"));
    }

    private static Set<String> modes(Variables variables) {
        Set<String> modes = new java.util.TreeSet<>(
                List.of(variables.text("sql_mode").toUpperCase(Locale.ROOT).split(",")));
        modes.removeAll(GONE);
        return modes;
    }

    List<Finding> timeZone() throws SQLException {
        Variables source = pair.source().variables();
        Variables target = pair.target().variables();
        List<Finding> findings = new ArrayList<>();
        String zone = source.text("time_zone");
        boolean named = !zone.equals("SYSTEM") && !zone.matches("[+-]\\d\\d?:\\d\\d");
        if (named && pair.target().text(ZONE_KNOWN, zone) == null) {
            findings.add(Finding.alert(
                    "time_zone of the source is " + zone + ", which the target does not know",
                    "mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql mysql, on the target's machine"));
        } else if (pair.source().text(ZONE_KNOWN, "Europe/Berlin") != null
                && pair.target().text(ZONE_KNOWN, "Europe/Berlin") == null) {
            findings.add(Finding.note(
                    "the source knows time zones by name, the target does not: a statement of a session in a named zone"
                            + " would stop",
                    "mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql mysql, on the target's machine"));
        }
        for (String name : List.of("time_zone", "system_time_zone", "explicit_defaults_for_timestamp")) {
            if (!source.text(name).equals(target.text(name))) {
                findings.add(Finding.note(
                        name + " is " + source.text(name) + " on the source and " + target.text(name)
                                + " on the target; the copy does not depend on it, applications may after the cut-over",
                        ""));
            }
        }
        return findings;
    }

    List<Finding> packets() throws SQLException {
        long source = pair.source().variables().number("max_allowed_packet", 0);
        long target = pair.target().variables().number("max_allowed_packet", Long.MAX_VALUE);
        return target >= source
                ? List.of()
                : List.of(Finding.alert(
                        "max_allowed_packet is " + source + " on the source and " + target + " on the target",
                        TargetRights.ON_TARGET + "SET GLOBAL max_allowed_packet = " + source
                                + "; also in its configuration file"));
    }
}
