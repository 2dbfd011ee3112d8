package io.mysqlrelay.source.record;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.XaEnd;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;

/**
 * The change topic as seen by the code that fills it. Gives every record its run and seq, in call order. One thread at a
 * time: the full load's, then the binlog reader's. All methods block while the queue to Kafka is full and throw
 * {@link InterruptedException} when the task stops meanwhile.
 *
 * <p>{@code offset} is the source offset a restart would resume from once the record is in Kafka; the map is shared
 * between records and never mutated.
 */
public interface ChangeStream {
    /** One row of the full load ({@code op=r}). */
    void loadedRow(TableRecords table, Object[] row, Map<String, ?> offset) throws InterruptedException;

    /**
     * One row change. Values are in the order of the shape's columns, already decoded by the column codecs.
     *
     * @param before null for an insert
     * @param after null for a delete
     * @param unchecked the session had {@code foreign_key_checks=0}: the change had no referential actions
     */
    void change(TableRecords table, Object[] before, Object[] after, boolean unchecked, Transaction transaction)
            throws InterruptedException;

    /** The transaction of the changes before has ended. The last row change of each waits for this, or for the next call. */
    void endOfTransaction() throws InterruptedException;

    /** An XA transaction was prepared or has ended. */
    void xa(String xid, XaEnd end, Transaction transaction) throws InterruptedException;

    /** @param value struct of schema {@code io.mysqlrelay.Ddl}; {@code transaction} null in the schema phase */
    void ddl(Struct value, Transaction transaction, Map<String, ?> offset) throws InterruptedException;

    /** @param tables null when the marker names none */
    void marker(MarkerType type, Map<String, String> attributes, List<TableName> tables, Map<String, ?> offset)
            throws InterruptedException;

    void heartbeat(long sourceMillis, Map<String, ?> offset) throws InterruptedException;
}
