package io.mysqlrelay.sink.target;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowChange;
import java.util.List;

/**
 * A database that a migration is applied to. Used by one thread, but for {@link #close}. Every method that changes anything stores the given
 * checkpoint in the same transaction as its last change, or, for DDL, directly after it with a log that makes the gap
 * recoverable. Every method fails with RELAY-4xxx when another task has taken the migration over.
 *
 * <p>After a {@link TransientTargetException} only {@link #close} may follow; the engine then opens a new target.
 */
public interface Target extends AutoCloseable {
    /**
     * Connects, creates the relay's own tables if they are missing, takes the ownership from an earlier task (its
     * sessions are ended), and settles a statement that was started and not finished.
     */
    SavedState open() throws TransientTargetException;

    /**
     * Handles a TABLES marker: refuses tables that exist although the schema is to be created (unless
     * {@code target.existing.tables=proceed}), refuses tables that are missing although it is not, and remembers the
     * rest as the migration's own. Names that are already remembered are not checked again.
     */
    void claimTables(List<TableName> tables, boolean schemaPhase, Checkpoint after) throws TransientTargetException;

    /**
     * Called before {@link #beginTableLoad}; changes nothing.
     *
     * @param absent generated columns that the rows of the full load have no values of
     * @throws io.mysqlrelay.core.error.RelayException if the target does not compute them itself
     */
    default void requireGenerated(TableName table, List<String> absent) {}

    /**
     * Handles a TABLE_BEGIN marker.
     *
     * @param position of the snapshot that the rows come from: the table is emptied of rows of an earlier reading, and
     *     its changes are never applied in safe mode; null for a table that is read in chunks
     */
    void beginTableLoad(TableName table, boolean keyless, String position, Checkpoint after)
            throws TransientTargetException;

    /**
     * Handles a TABLE_AGAIN marker: removes the migration's own table, whose definition and rows follow when it exists at
     * the source.
     */
    void forgetTable(TableName table, boolean exists, Checkpoint after) throws TransientTargetException;

    /** Handles a TABLE_END marker. */
    void endTableLoad(TableName table, long rows, Checkpoint after) throws TransientTargetException;

    /**
     * Applies the window and stores its checkpoint with the last of its changes. When this fails, a part of the window may
     * be in the target; whoever opens the target next finds out, and applies the changes that follow the checkpoint in a
     * way that does not mind.
     */
    void apply(Window window) throws TransientTargetException;

    /**
     * Hands over changes that are not to be applied, and notes that they were left out, together with the checkpoint.
     *
     * @param origins of the changes, which are tolerated
     */
    void leaveOut(List<Refused> rows, Origins origins, Checkpoint after) throws TransientTargetException;

    /** Keeps changes of an XA transaction until it is known whether they count. Comes once or more for each. */
    void park(XaName name, List<RowChange> changes, Checkpoint after) throws TransientTargetException;

    /** All changes of the XA transaction are parked; there may be none. */
    void prepared(XaName name, Checkpoint after) throws TransientTargetException;

    /** Applies the parked changes of the XA transaction, in their order, in one transaction together with the checkpoint. */
    void applyParked(ParkedChanges which, Checkpoint after) throws TransientTargetException;

    /** Forgets the parked changes of the XA transaction. */
    void dropParked(String xid, Checkpoint after) throws TransientTargetException;

    /**
     * Executes one statement, once, whatever crashes. May take hours. A statement that this version does not apply is
     * logged as skipped.
     */
    void execute(DdlChange statement, Checkpoint after) throws TransientTargetException;

    void saveMigration(MigrationState state, Checkpoint after) throws TransientTargetException;

    /** Stores progress without a change, after heartbeats and records that had nothing to apply. */
    void saveCheckpoint(Checkpoint after) throws TransientTargetException;

    /**
     * Never throws; releases what is held; may be called twice. The one method that another thread may call, while a call
     * is running: it then aborts the connection, so that the call fails soon and starts nothing more.
     */
    @Override
    void close();
}
