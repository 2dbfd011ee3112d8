package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.record.SourceOffset;
import java.util.Map;

/** What would make the stream wrong without any further sign. */
final class StartChecks {
    private StartChecks() {}

    /** Between ON and OFF, transactions with and without GTIDs follow each other: neither form of identity is whole. */
    static void gtidMode(SourceFacts facts) {
        if (facts.gtidMode().endsWith("_PERMISSIVE")) {
            throw new RelayException(ErrorCode.GTID_MODE_MIXED, "gtid_mode is " + facts.gtidMode());
        }
    }

    /** @param stored source offset; null for a new migration */
    static void history(RelaySchema schema, Map<String, ?> stored) {
        boolean streaming = stored != null && stored.get(SourceOffset.PHASE) == null;
        if (streaming && !schema.getSchemaHistory().exists()) {
            throw new RelayException(ErrorCode.SCHEMA_HISTORY_LOST, "the migration streams, but its history is empty");
        }
        schema.initializeStorage();
    }
}
