package io.mysqlrelay.core.ddl.table;

import io.mysqlrelay.core.ddl.table.KeyDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as CREATE TABLE defines it.
 *
 * @param keys also those written behind a column
 * @param foreignKeys how many there are
 * @param checks how many there are
 * @param comment empty when there is none
 * @param partitioned true if PARTITION BY is written
 */
public record TableDefinition(
        List<ColumnDefinition> columns,
        List<KeyDefinition> keys,
        int foreignKeys,
        int checks,
        String comment,
        boolean partitioned) {
    public TableDefinition {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    public Optional<ColumnDefinition> column(String name) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /** @return the primary key, else the first unique key whose columns are all NOT NULL and whole, as the server chooses */
    public Optional<KeyDefinition> identity() {
        List<KeyDefinition> candidates = new ArrayList<>();
        keys.stream().filter(k -> k.kind() == Kind.PRIMARY).forEach(candidates::add);
        keys.stream()
                .filter(k -> k.kind() == Kind.UNIQUE && k.whole())
                .filter(k -> k.parts().stream()
                        .allMatch(p -> column(p.column())
                                .filter(ColumnDefinition::notNull)
                                .isPresent()))
                .forEach(candidates::add);
        return candidates.stream().findFirst();
    }
}
