package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Remembers tables' definitions by a digest, to see whether one has changed. Not thread-safe. */
public final class TableDefinitions {
    /** Moves with every insert. */
    private static final String COUNTER = " AUTO_INCREMENT=\\d+";

    private final DefinitionSession session;
    private final Map<TableName, UUID> digests = new HashMap<>();

    /** @param session of which it does not matter that it is replaced: what is remembered stays */
    public TableDefinitions(DefinitionSession session) {
        this.session = session;
    }

    /** Remembers the tables as they are now, those that are gone as such. */
    public void remember(Collection<TableName> tables) throws SQLException {
        for (TableName table : tables) {
            digests.put(table, digest(table));
        }
    }

    /** @throws RelayException RELAY-2109 if the table is not as it was, or gone */
    public void requireSame(TableName table) throws SQLException {
        UUID now = digest(table);
        if (now == null || !now.equals(digests.get(table))) {
            throw new RelayException(ErrorCode.TABLE_CHANGED, "table " + table);
        }
    }

    private UUID digest(TableName table) throws SQLException {
        return session.createTable(table)
                .map(text ->
                        UUID.nameUUIDFromBytes(text.replaceFirst(COUNTER, "").getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }
}
