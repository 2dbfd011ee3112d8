package io.mysqlrelay.it.workload;

import java.sql.SQLException;

/** Errors that a workload meets because of the test, not because of itself. */
final class Outages {
    private static final int SHUTDOWN = 1053;
    private static final int KILLED = 1317;
    private static final int LOCK_WAIT = 1205;
    private static final int DEADLOCK = 1213;
    /** The session that had prepared it has not quite ended. */
    private static final int UNKNOWN_XID = 1397;

    private Outages() {}

    static boolean isOne(SQLException e) {
        String state = e.getSQLState();
        int code = e.getErrorCode();
        return state == null
                || state.startsWith("08")
                || code == SHUTDOWN
                || code == KILLED
                || code == LOCK_WAIT
                || code == DEADLOCK
                || code == UNKNOWN_XID;
    }
}
