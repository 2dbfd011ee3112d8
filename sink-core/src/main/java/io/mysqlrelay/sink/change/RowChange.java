package io.mysqlrelay.sink.change;

/**
 * One row change in source order. The arrays are in the order of the shape's columns and must not be mutated.
 *
 * @param before full image; null for INSERT and LOAD
 * @param after full image; null for DELETE
 * @param unchecked the source's session had {@code foreign_key_checks=0}: the change had no referential actions
 * @param bytes approximate size of the values, for window limits
 */
public record RowChange(RowShape shape, Op op, Object[] before, Object[] after, boolean unchecked, int bytes)
        implements StreamValue {
    /** What happened to the row. */
    public enum Op {
        /** Row of the full load: insert if absent. */
        LOAD,
        INSERT,
        UPDATE,
        DELETE
    }
}
