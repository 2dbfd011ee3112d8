package io.mysqlrelay.source.schema;

import java.util.List;

/**
 * A primary or unique key.
 *
 * @param name of the index; {@code PRIMARY} for the primary key
 * @param parts in key order, never empty
 * @param visible false for an index that the optimizer may not use
 */
public record TableKey(String name, List<Part> parts, boolean visible) {
    /**
     * @param column null for an expression
     * @param whole false when only a prefix of the column is in the key
     * @param nullable true when the column may be NULL, so that the key does not identify every row
     */
    public record Part(String column, boolean whole, boolean nullable, boolean descending) {}

    public boolean primary() {
        return name.equals("PRIMARY");
    }

    /** @return true if equal key columns mean the same row: every part a whole column that is never NULL */
    public boolean identifiesRows() {
        return primary() || parts.stream().allMatch(part -> part.column() != null && part.whole() && !part.nullable());
    }
}
