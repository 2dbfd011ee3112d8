package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.record.SourceOffset;
import java.util.Locale;
import java.util.Map;

/** Where a start goes on that finds this phase in its offset. An offset without a phase belongs to the stream. */
enum Phase {
    /** From the BEGIN marker on. */
    BEGIN,
    /** In the full load, at the table and key that the offset names. */
    LOAD,
    /** At the INCREMENTAL_BEGIN marker. */
    INCREMENTAL,
    /** Nothing follows. */
    COMPLETED;

    static Phase of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** @return a new mutable offset */
    Map<String, Object> offset(SourcePosition start) {
        Map<String, Object> offset = SourceOffset.at(start);
        offset.put(SourceOffset.PHASE, name().toLowerCase(Locale.ROOT));
        return offset;
    }
}
