package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Where a stock connector's record comes from: its source block, and the source offset with which a restart would begin.
 *
 * @param gtid null without GTIDs and in a snapshot
 * @param event coordinate of the binlog's event; in a snapshot, of its moment
 * @param row number of the row in its event
 * @param snapshot {@code false} for changes; {@code incremental} for rows of a snapshot among the changes
 * @param eventsBefore events of the transaction that come before this one; 0 outside of transactions
 */
record StockOrigin(
        Struct source,
        Map<String, ?> offset,
        String gtid,
        BinlogPosition event,
        long row,
        String snapshot,
        long eventsBefore) {
    private static final String SNAPSHOT_OFFSET = "snapshot";

    /** @throws RelayException RELAY-3030 if the record lacks what its place is told by */
    static StockOrigin of(Struct source, SourceRecord record) {
        Map<String, ?> offset = record.sourceOffset();
        String file = source.getString("file");
        Long pos = source.getInt64("pos");
        if (offset == null || file == null || pos == null) {
            throw new RelayException(
                    ErrorCode.STOCK_RECORD, "a record of topic " + record.topic() + " has no position in the binlog");
        }
        Object event = offset.get("event");
        Integer row = source.getInt32("row");
        String snapshot = source.getString("snapshot");
        return new StockOrigin(
                source,
                offset,
                source.getString("gtid"),
                new BinlogPosition(file, pos),
                row == null ? 0 : row,
                snapshot == null ? "false" : snapshot,
                event instanceof Number number ? number.longValue() : 0);
    }

    boolean inSnapshot() {
        return !snapshot.equals("false");
    }

    /** A snapshot that the connector took up while it reads changes: its rows are of no moment that the stream has. */
    boolean amongChanges() {
        return snapshot.equals("incremental");
    }

    static boolean inSnapshot(Map<String, ?> offset) {
        return offset != null && offset.get(SNAPSHOT_OFFSET) != null;
    }

    long millis() {
        return source.getInt64("ts_ms");
    }

    /** @return where a restart with the record's offset would begin */
    BinlogPosition transaction() {
        return new BinlogPosition((String) offset.get("file"), ((Number) offset.get("pos")).longValue());
    }

    /** @return where the connector began to read, if this is the first record that it sent */
    SourcePosition start() {
        Object gtids = offset.get("gtids");
        if (gtids == null && gtid == null) {
            return new SourcePosition(null, transaction());
        }
        return new SourcePosition(GtidSet.parse(gtids == null ? "" : gtids.toString()), transaction());
    }
}
