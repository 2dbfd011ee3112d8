package io.mysqlrelay.core.stream;

/** How a part of an XA transaction's life ends. Its row changes came before, in a transaction of the binlog of their own. */
public enum XaEnd {
    /** All its row changes are known; whether they count, a later transaction of the binlog says. */
    PREPARE,
    COMMIT,
    ROLLBACK,
    /** Its row changes, which came before in the same transaction of the binlog, count at once. */
    ONE_PHASE
}
