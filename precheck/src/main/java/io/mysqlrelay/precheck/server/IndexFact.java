package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;
import java.util.List;

/**
 * An index of a base table.
 *
 * @param type as in {@code information_schema}: BTREE, FULLTEXT, ...
 */
public record IndexFact(TableName table, String name, boolean unique, String type, List<Part> parts) {
    /**
     * One part of it.
     *
     * @param column null for an expression
     * @param prefix characters of it; 0 for all
     */
    public record Part(String column, int prefix, boolean nullable) {}

    /** @return true if it tells rows apart: unique, its columns whole and NOT NULL */
    public boolean identifies() {
        return unique && parts.stream().allMatch(p -> p.column() != null && p.prefix() == 0 && !p.nullable());
    }

    @Override
    public String toString() {
        return table + "." + name;
    }
}
