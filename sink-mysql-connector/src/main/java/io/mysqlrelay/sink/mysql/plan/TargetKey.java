package io.mysqlrelay.sink.mysql.plan;

import java.util.List;

/**
 * A primary or unique key of the target's table.
 *
 * @param parts in the index's order
 */
record TargetKey(List<Part> parts) {
    /**
     * @param column null for an expression
     * @param prefix characters (bytes in a binary column) that are in the index; 0 for the whole value
     */
    record Part(String column, int prefix, boolean nullable) {}

    /** @return true if no two rows have the same values in its columns, NULL included */
    boolean identifies() {
        return parts.stream().allMatch(p -> p.column() != null && p.prefix() == 0 && !p.nullable());
    }

    List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }
}
