package io.mysqlrelay.sink.mysql.plan;

/**
 * Whether rows that are there can be updated many at a time, with {@code INSERT ... ON DUPLICATE KEY UPDATE} (MySQL manual,
 * 15.2.7.2), without a difference to one UPDATE per row. The count of rows tells whether all were there, so there must be no
 * second unique key whose row the statement would take instead, no column whose value it would have to make up, and no
 * trigger for insertions.
 */
enum Overwriting {
    NEVER,
    /** The new row is named by {@code VALUES()}, of which newer servers warn. */
    BY_FUNCTION,
    /** By an alias, which older servers do not know. */
    BY_ALIAS;

    private static final int FIRST_WITH_ALIAS = 80019;

    static Overwriting on(int serverVersion) {
        return serverVersion < FIRST_WITH_ALIAS ? BY_FUNCTION : BY_ALIAS;
    }
}
