package io.mysqlrelay.sink.jdbc;

/** What an error of the server means for the migration. */
public enum ErrorKind {
    /** Transient: there is no connection, or there will be none for a while. */
    CONNECTION,
    /** Transient: the server answers, but does not take this work now. */
    BUSY,
    /** Data: one row collides with another. */
    DUPLICATE,
    /** Data: one row or value is refused. */
    DATA,
    /** Data: a row does not fit into a packet. */
    TOO_BIG,
    /** Fatal: the account lacks a privilege. */
    PRIVILEGE,
    /** Fatal: wrong user or password. */
    LOGIN,
    /** Fatal: anything else. */
    OTHER;

    /** True if it goes away without anybody correcting rows or statements: try again. */
    public boolean isTransient() {
        return this == CONNECTION || this == BUSY;
    }
}
