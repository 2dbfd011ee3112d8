package io.mysqlrelay.core.ddl.table;

import java.util.List;

/**
 * A key or index of a table.
 *
 * @param name empty when none is written, and for the primary key
 */
public record KeyDefinition(Kind kind, String name, List<Part> parts) {
    /** What a key is for. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        INDEX,
        FULLTEXT,
        SPATIAL
    }

    /**
     * @param column null for an expression
     * @param prefix characters or bytes that the key has of the value; 0 for all
     */
    public record Part(String column, int prefix) {}

    public KeyDefinition {
        parts = List.copyOf(parts);
    }

    /** @return true if no part is an expression or a prefix */
    public boolean whole() {
        return parts.stream().allMatch(p -> p.column() != null && p.prefix() == 0);
    }
}
