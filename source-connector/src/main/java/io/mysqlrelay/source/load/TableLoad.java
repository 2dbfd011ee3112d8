package io.mysqlrelay.source.load;

import java.sql.SQLException;
import java.util.List;

/** Reads one table's rows. Used by the thread that uses its {@link FullLoad}. */
public interface TableLoad {
    /** @return true if nothing identifies a row, so that rows read twice could not be told apart */
    boolean keyless();

    /**
     * @return true if the rows come from one snapshot, whose position is known; an unfinished reading must then be voided
     *     before the next. Always so for a keyless table
     */
    boolean snapshot();

    /** @return names of generated columns whose values the rows do not have */
    List<String> absent();

    /** @return the server's estimate, 0 when it has none */
    long estimatedRows();

    /**
     * Reads the table to its end.
     *
     * @param resumeToken from {@link RowHandler#chunkRead} of an earlier reading; null reads from the beginning. Ignored
     *     for a table that is not read in chunks
     * @return rows of the table, each counted once; it may have been handed over twice if the table has a key
     * @throws io.mysqlrelay.core.error.RelayException if the table cannot be read or changed meanwhile
     */
    long read(String resumeToken, RowHandler handler) throws SQLException, InterruptedException;
}
