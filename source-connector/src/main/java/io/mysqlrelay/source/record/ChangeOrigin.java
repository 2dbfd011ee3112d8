package io.mysqlrelay.source.record;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.Gtid;
import java.util.Map;
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
                .put("ts_ms", transaction.sourceMillis())
                .put("snapshot", "false")
                .put("gtid", Gtid.parse(transaction.id()).isPresent() ? transaction.id() : null);
    }

    Struct ofLoad(TableName table, Map<String, ?> offset) {
        return base(table, offset).put("ts_ms", System.currentTimeMillis()).put("snapshot", "true");
    }

    private Struct base(TableName table, Map<String, ?> offset) {
        return new Struct(SCHEMA)
                .put("version", version)
                .put("connector", "mysql")
                .put("name", name)
                .put("db", table.database())
                .put("table", table.table())
                .put("server_id", serverId)
                .put("file", SourceOffset.text(offset, SourceOffset.FILE))
                .put("pos", SourceOffset.number(offset, SourceOffset.POS));
    }
}
