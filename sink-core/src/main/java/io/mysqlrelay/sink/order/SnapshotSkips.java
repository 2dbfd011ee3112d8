package io.mysqlrelay.sink.order;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables read in a snapshot, because they have no key or foreign keys that act: changes up to the snapshot's position
 * are in the loaded rows, and applying them again would double a row, or act on the wrong ones. Used by one thread.
 */
public final class SnapshotSkips {
    private final Map<TableName, SourcePosition> until = new HashMap<>();

    /** @param saved encoded {@link SourcePosition} by table */
    public SnapshotSkips(Map<TableName, String> saved) {
        saved.forEach(this::put);
    }

    public void put(TableName table, String position) {
        until.put(table, SourcePosition.decode(position));
    }

    /** @return tables whose loaded rows contain the transaction's changes */
    public Set<TableName> containing(String transaction) {
        return until.entrySet().stream()
                .filter(e -> e.getValue().includes(transaction))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** @return true if the loaded rows of the table contain the transaction's changes */
    public boolean contains(TableName table, String transaction) {
        SourcePosition position = until.isEmpty() ? null : until.get(table);
        return position != null && position.includes(transaction);
    }
}
