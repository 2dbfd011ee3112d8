package io.mysqlrelay.source.load;

import io.mysqlrelay.core.position.SourcePosition;

/** Takes the rows of one table as they are read, on the reader's thread. */
public interface RowHandler {
    /** Only for a table that is read in a snapshot, before its first row: the rows are those of exactly this position. */
    void snapshot(SourcePosition position) throws InterruptedException;

    /** @param row in the order of the shape's columns, generated columns null unless they are read; the handler may keep it */
    void row(Object[] row) throws InterruptedException;

    /**
     * Only for a table with a key: all rows up to here have been handed over.
     *
     * @param resumeToken where {@link TableLoad#read} can go on; printable ASCII
     * @param rows handed over by this call of read so far, each counted once
     */
    void chunkRead(String resumeToken, long rows) throws InterruptedException;

    /**
     * Called now and then, and at the end.
     *
     * @param rows handed over by this call of read so far, each counted once
     */
    void progress(long rows) throws InterruptedException;
}
