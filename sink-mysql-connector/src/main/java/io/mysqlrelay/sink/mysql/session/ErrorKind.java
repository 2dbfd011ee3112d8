package io.mysqlrelay.sink.mysql.session;

/** What an error of the server means for the migration. */
public enum ErrorKind {
    /** Goes away without anybody correcting anything: try again. */
    TRANSIENT,
    /** One row collides with another. */
    DUPLICATE,
    /** One row or value is refused. */
    DATA,
    /** A row does not fit into a packet. */
    TOO_BIG,
    /** The account lacks a privilege. */
    PRIVILEGE,
    /** Wrong user or password. */
    LOGIN,
    /** Anything else. */
    OTHER
}
