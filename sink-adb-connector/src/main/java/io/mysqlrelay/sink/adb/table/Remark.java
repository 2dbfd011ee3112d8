package io.mysqlrelay.sink.adb.table;

/**
 * One thing that a table of the target does not have, or holds in another way.
 *
 * @param text one line
 */
public record Remark(Kind kind, String text) {
    /** What it is about. */
    public enum Kind {
        /** The key is another one than the source's. */
        KEY,
        /** Values lose something. */
        LOSS,
        /** Dates that are none lose their form. */
        ZERO_DATES,
        /** Values stay what they are, in another form; or a column is defined in another way. */
        FORM,
        /** An index or constraint is not there. */
        DROPPED
    }
}
