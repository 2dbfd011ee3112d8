package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.Heartbeat;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.StreamValue;
import io.mysqlrelay.sink.order.StreamCursor;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The markers that a stock connector's stream lacks, concluded from its records. Its snapshot is that of one moment, the
 * start of its changes; so no change is in the loaded rows, and none has to be applied in safe mode. An interrupted
 * snapshot begins again at another moment, whose rows cannot be told from the first one's: that is refused.
 */
final class StockPhases {
    private final StreamCursor cursor;
    private final Planner planner;
    private final Set<TableName> claimed = new HashSet<>();

    StockPhases(StreamCursor cursor, Planner planner) {
        this.cursor = cursor;
        this.planner = planner;
    }

    /**
     * To be called before the record is judged, which needs the history's start.
     *
     * @param start where the record's run begins; null when it does not say it
     */
    void begin(String start, RecordIdentity identity) {
        if (start != null && planner.state().start() == null) {
            // What was not in the snapshot is a change: the types follow from what comes.
            String types = identity.inTransaction() ? "incremental" : "schema,full,incremental";
            imply(MarkerType.BEGIN, Map.of("start", start, "migration_types", types), List.of());
        }
    }

    /**
     * To be called before a new record is planned.
     *
     * @param start where the record's run begins; null when it does not say it
     */
    void before(StreamValue value, String start, RecordIdentity identity) {
        if (value instanceof Heartbeat) {
            return;
        }
        if (planner.state().start() == null) {
            throw new RelayException(
                    ErrorCode.FOREIGN_RECORD, "the stream of a stock connector lacks its first record");
        }
        boolean statement = value instanceof DdlChange ddl && ddl.schemaPhase();
        boolean loaded = value instanceof RowChange row && row.op() == RowChange.Op.LOAD;
        if (statement || loaded) {
            snapshot(value, start, identity);
        } else {
            changes();
        }
    }

    private void snapshot(StreamValue value, String start, RecordIdentity identity) {
        boolean again = start != null && cursor.run() != null && !cursor.run().equals(identity.run());
        if (again || planner.state().phase().compareTo(Phase.INCREMENTAL) >= 0) {
            throw new RelayException(
                    ErrorCode.STOCK_SNAPSHOT,
                    "the migration is in phase " + planner.state().phase());
        }
        if (value instanceof DdlChange ddl) {
            enter(Phase.SCHEMA, MarkerType.SCHEMA_BEGIN);
            ddl.tables().forEach(this::claim);
        } else if (value instanceof RowChange row) {
            enter(Phase.FULL, MarkerType.LOAD_BEGIN);
            claim(row.shape().table());
        }
    }

    /** So that rows of before the migration are not mixed with the snapshot's. What is claimed already, is not looked at. */
    private void claim(TableName table) {
        if (claimed.add(table)) {
            imply(MarkerType.TABLES, Map.of(), List.of(table));
        }
    }

    private void changes() {
        if (planner.state().phase().compareTo(Phase.INCREMENTAL) >= 0) {
            return;
        }
        String start = planner.state().start();
        if (planner.state().types().contains("full")) {
            enter(Phase.FULL, MarkerType.LOAD_BEGIN);
            imply(MarkerType.LOAD_END, Map.of("end", start), List.of());
        }
        imply(MarkerType.INCREMENTAL_BEGIN, Map.of("start", start), List.of());
    }

    private void enter(Phase phase, MarkerType marker) {
        if (planner.state().phase().compareTo(phase) < 0) {
            imply(marker, Map.of(), List.of());
        }
    }

    private void imply(MarkerType type, Map<String, String> attributes, List<TableName> tables) {
        planner.imply(new Marker(type, attributes, tables));
    }
}
