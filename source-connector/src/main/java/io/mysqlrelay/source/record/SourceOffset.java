package io.mysqlrelay.source.record;

import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.RecordIdentity;
import java.util.HashMap;
import java.util.Map;

/**
 * The Kafka Connect source offset: Debezium's own keys for the position, so that its schema history can compare them,
 * and our keys for the migration's progress. Values survive a JSON round trip, after which numbers come back as Long or
 * Integer.
 */
public final class SourceOffset {
    /** Debezium's keys (BinlogOffsetContext, BinlogSourceInfo). */
    public static final String FILE = "file";

    public static final String POS = "pos";
    public static final String GTIDS = "gtids";
    public static final String TS_SEC = "ts_sec";

    /** Our keys; absent while the migration streams. */
    public static final String PHASE = "relay_phase";

    public static final String LOAD_DATABASE = "load_db";
    public static final String LOAD_TABLE = "load_table";
    public static final String LOAD_KEY = "load_key";
    public static final String LOAD_ROWS = "load_rows";

    /** End of the full load as {@link SourcePosition#encode()}; kept until the stream has passed it. */
    public static final String LOAD_END = "load_end";

    /** Tables that were read again because a statement changed them during the load; kept as long as LOAD_END. */
    public static final String LOAD_AGAIN = "load_again";

    /** The run that wrote the record, and the record's seq; absent in an offset that a user has set. */
    public static final String RUN = "relay_run";

    public static final String SEQ = "relay_seq";

    private SourceOffset() {}

    /** @return a new mutable map */
    public static Map<String, Object> at(SourcePosition position) {
        Map<String, Object> offset = new HashMap<>();
        offset.put(FILE, position.binlog().file());
        offset.put(POS, position.binlog().offset());
        if (position.gtids() != null) {
            offset.put(GTIDS, position.gtids().toString());
        }
        return offset;
    }

    /** @return the position that a map made by {@link #at} holds */
    public static SourcePosition position(Map<String, ?> offset) {
        Object gtids = offset.get(GTIDS);
        return new SourcePosition(
                gtids == null ? null : GtidSet.parse(gtids.toString()),
                new BinlogPosition(offset.get(FILE).toString(), number(offset, POS)));
    }

    /** @return generation of the run that wrote the offset; 0 when a user has set it */
    public static long generation(Map<String, ?> offset) {
        String run = text(offset, RUN);
        return run == null ? 0 : RecordIdentity.generation(run);
    }

    /** @return 0 when the key is absent */
    public static long number(Map<String, ?> offset, String key) {
        Object value = offset.get(key);
        return value == null ? 0 : ((Number) value).longValue();
    }

    /** @return null when the key is absent */
    public static String text(Map<String, ?> offset, String key) {
        Object value = offset.get(key);
        return value == null ? null : value.toString();
    }
}
