package io.mysqlrelay.source.record;

import io.mysqlrelay.core.TableName;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Makes the {@code source} block of an envelope: a small subset of Debezium's, under the same field names. */
public final class ChangeOrigin {
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name("io.debezium.connector.mysql.Source")
            .field("version", Schema.STRING_SCHEMA)
            .field("connector", Schema.STRING_SCHEMA)
            .field("name", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("snapshot", Schema.OPTIONAL_STRING_SCHEMA)
            .field("db", Schema.STRING_SCHEMA)
            .field("table", Schema.OPTIONAL_STRING_SCHEMA)
            .field("server_id", Schema.INT64_SCHEMA)
            .field("gtid", Schema.OPTIONAL_STRING_SCHEMA)
            .field("file", Schema.STRING_SCHEMA)
            .field("pos", Schema.INT64_SCHEMA)
            .build();

    private static final Field VERSION = SCHEMA.field("version");
    private static final Field CONNECTOR = SCHEMA.field("connector");
    private static final Field NAME = SCHEMA.field("name");
    private static final Field TS_MS = SCHEMA.field("ts_ms");
    private static final Field SNAPSHOT = SCHEMA.field("snapshot");
    private static final Field DB = SCHEMA.field("db");
    private static final Field TABLE = SCHEMA.field("table");
    private static final Field SERVER_ID = SCHEMA.field("server_id");
    private static final Field GTID = SCHEMA.field("gtid");
    private static final Field FILE = SCHEMA.field("file");
    private static final Field POS = SCHEMA.field("pos");

    private final String version;
    private final String name;
    private final long serverId;

    /**
     * @param version of this product
     * @param name topic prefix
     * @param serverId of the source server
     */
    public ChangeOrigin(String version, String name, long serverId) {
        this.version = version;
        this.name = name;
        this.serverId = serverId;
    }

    Struct ofChange(TableName table, Transaction transaction) {
        return base(table, transaction.offset())
                .put(TS_MS, transaction.sourceMillis())
                .put(SNAPSHOT, "false")
                .put(GTID, transaction.gtid());
    }

    Struct ofLoad(TableName table, Map<String, ?> offset) {
        return base(table, offset).put(TS_MS, System.currentTimeMillis()).put(SNAPSHOT, "true");
    }

    private Struct base(TableName table, Map<String, ?> offset) {
        return new CheckedStruct(SCHEMA)
                .put(VERSION, version)
                .put(CONNECTOR, "mysql")
                .put(NAME, name)
                .put(DB, table.database())
                .put(TABLE, table.table())
                .put(SERVER_ID, serverId)
                .put(FILE, SourceOffset.text(offset, SourceOffset.FILE))
                .put(POS, SourceOffset.number(offset, SourceOffset.POS));
    }
}
