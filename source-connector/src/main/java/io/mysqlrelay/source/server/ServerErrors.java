package io.mysqlrelay.source.server;

/** Error numbers of the server that the source tells apart (MySQL Server Error Message Reference). */
public final class ServerErrors {
    /** ER_DBACCESS_DENIED_ERROR: no privilege on the database. */
    public static final int DATABASE_ACCESS_DENIED = 1044;
    /** ER_TABLEACCESS_DENIED_ERROR: no privilege on the table. */
    public static final int TABLE_ACCESS_DENIED = 1142;
    /** ER_NO_SUCH_TABLE. */
    public static final int NO_SUCH_TABLE = 1146;
    /** ER_LOCK_WAIT_TIMEOUT, also for metadata locks. */
    public static final int LOCK_WAIT_TIMEOUT = 1205;
    /** ER_LOCK_DEADLOCK, also for metadata locks. */
    public static final int DEADLOCK = 1213;
    /** ER_SPECIFIC_ACCESS_DENIED_ERROR: a global privilege is missing. */
    public static final int SPECIFIC_ACCESS_DENIED = 1227;

    private ServerErrors() {}
}
