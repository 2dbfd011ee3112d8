package io.mysqlrelay.sink.adb.table;

/** The columns that a table without a key has in the target in addition to its own. */
public final class RowId {
    /** Primary key: where the stream had the row inserted. */
    public static final String ID = "relay_row_id";
    /** Digests of the row's values, by which a later change finds it. */
    public static final String IMAGE = "relay_row_image";

    private RowId() {}

    public static boolean isOne(String column) {
        return column.equalsIgnoreCase(ID) || column.equalsIgnoreCase(IMAGE);
    }
}
