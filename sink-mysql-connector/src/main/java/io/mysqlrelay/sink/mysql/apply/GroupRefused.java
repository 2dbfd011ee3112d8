package io.mysqlrelay.sink.mysql.apply;

/**
 * A grouped statement failed, warned, or found another number of rows than it must. Which row is guilty, if any, is
 * found by applying the window again, one change per statement.
 */
final class GroupRefused extends Exception {
    private static final long serialVersionUID = 1L;

    GroupRefused(String what) {
        super(what);
    }
}
