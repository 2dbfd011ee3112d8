package io.mysqlrelay.source.server;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.sql.SQLException;

/** Error numbers of the server that the source tells apart (MySQL Server Error Message Reference). */
public final class ServerErrors {
    /** ER_DBACCESS_DENIED_ERROR: no privilege on the database. */
    public static final int DATABASE_ACCESS_DENIED = 1044;
    /** ER_TABLEACCESS_DENIED_ERROR: no privilege on the table. */
    public static final int TABLE_ACCESS_DENIED = 1142;
    /** ER_BAD_DB_ERROR. */
    public static final int NO_SUCH_DATABASE = 1049;
    /** ER_NO_SUCH_TABLE. */
    public static final int NO_SUCH_TABLE = 1146;
    /** ER_LOCK_WAIT_TIMEOUT, also for metadata locks. */
    public static final int LOCK_WAIT_TIMEOUT = 1205;
    /** ER_LOCK_DEADLOCK, also for metadata locks. */
    public static final int DEADLOCK = 1213;
    /** ER_SPECIFIC_ACCESS_DENIED_ERROR: a global privilege is missing. */
    public static final int SPECIFIC_ACCESS_DENIED = 1227;

    /** ER_BAD_FIELD_ERROR. */
    public static final int NO_SUCH_COLUMN = 1054;
    /** ER_TABLE_DEF_CHANGED: the table was altered after the transaction's snapshot. */
    public static final int TABLE_CHANGED = 1412;

    private ServerErrors() {}

    /**
     * Tells a missing table or privilege from other failures.
     *
     * @param what was asked for, for the message
     * @throws SQLException the given one, if it says something else
     */
    public static RelayException notReadable(String what, SQLException e) throws SQLException {
        return switch (e.getErrorCode()) {
            case NO_SUCH_TABLE, NO_SUCH_DATABASE, TABLE_ACCESS_DENIED, DATABASE_ACCESS_DENIED ->
                new RelayException(ErrorCode.TABLE_NOT_READABLE, what, e);
            default -> throw e;
        };
    }
}
