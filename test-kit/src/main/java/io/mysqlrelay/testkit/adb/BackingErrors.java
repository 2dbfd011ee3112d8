package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.adb.model.AdbError;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words errors of the backing server as AnalyticDB's: MySQL's codes are none of its own. */
final class BackingErrors {
    private static final int NO_TABLE = 1146;
    private static final int UNKNOWN_TABLE = 1051;
    private static final int DEADLOCK = 1213;

    /** The session is killed, the statement is killed, the server shuts down, no such session to kill. */
    private static final Set<Integer> KEPT = Set.of(1927, 1317, 1053, 1094, 1045);

    private static final Pattern TABLE = Pattern.compile("'(?:[^'.]*\\.)?([^'.]*)'");

    private BackingErrors() {}

    static AdbError translated(AdbError error) {
        if (KEPT.contains(error.vendorCode())) {
            return error;
        }
        if (error.vendorCode() == NO_TABLE || error.vendorCode() == UNKNOWN_TABLE) {
            Matcher table = TABLE.matcher(error.getMessage());
            return AdbError.noTable(table.find() ? table.group(1) : "");
        }
        return AdbError.refused(error.getMessage());
    }

    /** AnalyticDB has no row locks, so no two statements of it can wait for each other. */
    static boolean isDeadlock(AdbError error) {
        return error.vendorCode() == DEADLOCK;
    }
}
