package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import java.sql.SQLException;

/** Knows the structure that the rows of a table must have. */
@FunctionalInterface
public interface StructureGuard {
    /**
     * Called while a metadata lock keeps the table's structure as it is, before rows are handed over.
     *
     * @throws io.mysqlrelay.core.error.RelayException RELAY-2109 if it is another one
     */
    void check(TableName table) throws SQLException;
}
