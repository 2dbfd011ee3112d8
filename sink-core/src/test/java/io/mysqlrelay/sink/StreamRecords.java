package io.mysqlrelay.sink;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.core.stream.XaEnd;
import io.mysqlrelay.sink.order.RunAfter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records as the source writes them, made by hand from the contract in docs/DESIGN.md. */
public final class StreamRecords {
    public static final String TOPIC = "shop.changes";
    public static final String TOPIC_ID = "q1Sh-9_ISia_zwGINzRvyQ";

    private static final Schema TABLE = SchemaBuilder.struct()
            .field("db", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .build();
    private static final Schema TABLES = SchemaBuilder.array(TABLE).optional().build();
    private static final Schema TEXTS =
            SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build();
    private static final Schema MARKER = SchemaBuilder.struct()
            .name(StreamNames.MARKER_SCHEMA)
            .version(1)
            .field("type", Schema.STRING_SCHEMA)
            .field("attributes", TEXTS)
            .field("tables", TABLES)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();
    private static final Schema HEARTBEAT = SchemaBuilder.struct()
            .name(StreamNames.HEARTBEAT_SCHEMA)
            .version(1)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();
    private static final Schema XA = SchemaBuilder.struct()
            .name(StreamNames.XA_SCHEMA)
            .version(1)
            .field("xid", Schema.STRING_SCHEMA)
            .field("end", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();
    private static final Schema DDL = SchemaBuilder.struct()
            .name(StreamNames.DDL_SCHEMA)
            .version(1)
            .field("phase", Schema.STRING_SCHEMA)
            .field("database", Schema.OPTIONAL_STRING_SCHEMA)
            .field("statement", Schema.BYTES_SCHEMA)
            .field("charset", Schema.STRING_SCHEMA)
            .field("text", Schema.STRING_SCHEMA)
            .field("session", TEXTS)
            .field("tables", SchemaBuilder.array(TABLE).build())
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("thread", Schema.INT64_SCHEMA)
            .build();
    private static final Schema SOURCE = SchemaBuilder.struct()
            .name("io.debezium.connector.mysql.Source")
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("db", Schema.STRING_SCHEMA)
            .field("table", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final Map<TableName, Schema> ENVELOPES = new ConcurrentHashMap<>();

    private StreamRecords() {}

    public static SinkRecord record(long offset, RecordIdentity identity, Struct value) {
        SinkRecord record =
                new SinkRecord(TOPIC, 0, null, null, value.schema(), value, offset, 0L, TimestampType.CREATE_TIME);
        record.headers().addString(StreamNames.IDENTITY_HEADER, identity.encode());
        return record;
    }

    public static Struct marker(MarkerType type, Map<String, String> attributes) {
        return new Struct(MARKER)
                .put("type", type.name())
                .put("attributes", attributes)
                .put("ts_ms", 1L);
    }

    public static Struct tables(List<TableName> tables) {
        return marker(MarkerType.TABLES, Map.of()).put("tables", structs(tables));
    }

    public static Struct run() {
        return marker(MarkerType.RUN, Map.of("topic_id", TOPIC_ID));
    }

    /** @param after record behind which the run begins; null when the source does not say it */
    public static Struct run(RunAfter after) {
        return after == null
                ? run()
                : marker(
                        MarkerType.RUN,
                        Map.of("topic_id", TOPIC_ID, "after_run", after.run(), "after_seq", "" + after.seq()));
    }

    public static Struct heartbeat(long millis) {
        return new Struct(HEARTBEAT).put("ts_ms", millis);
    }

    public static Struct xa(String xid, XaEnd end) {
        return new Struct(XA).put("xid", xid).put("end", end.name()).put("ts_ms", 4L);
    }

    /** Makes a row change one of an XA transaction. */
    public static SinkRecord inXa(SinkRecord record, String xid) {
        record.headers().addString(StreamNames.XA_HEADER, xid);
        return record;
    }

    public static Struct ddl(String phase, String text, List<TableName> tables) {
        return new Struct(DDL)
                .put("phase", phase)
                .put("database", "shop")
                .put("statement", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("charset", "utf8mb4")
                .put("text", text)
                .put("session", Map.of("sql_mode", "0"))
                .put("tables", structs(tables))
                .put("ts_ms", 2L)
                .put("thread", 7L);
    }

    /** A row change of a table with the columns id and note. */
    public static Struct row(TableName table, String op, long id, String note) {
        Schema envelope = ENVELOPES.computeIfAbsent(table, StreamRecords::envelope);
        Schema image = envelope.field("after").schema();
        Struct values = new Struct(image).put("id", id).put("note", note);
        return new Struct(envelope)
                .put("before", op.equals("u") || op.equals("d") ? values : null)
                .put("after", op.equals("d") ? null : values)
                .put("op", op)
                .put("ts_ms", 5L)
                .put(
                        "source",
                        new Struct(SOURCE)
                                .put("ts_ms", 3L)
                                .put("db", table.database())
                                .put("table", table.table()));
    }

    private static Schema envelope(TableName table) {
        return envelope(
                table,
                SchemaBuilder.struct()
                        .name(table + ".Value")
                        .optional()
                        .field("id", Schema.OPTIONAL_INT64_SCHEMA)
                        .field("note", Schema.OPTIONAL_STRING_SCHEMA)
                        .build());
    }

    public static Schema envelope(TableName table, Schema image) {
        return SchemaBuilder.struct()
                .name(table + ".Envelope")
                .field("before", image)
                .field("after", image)
                .field("source", SOURCE)
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
    }

    public static Struct source(Schema envelope, TableName table) {
        return new Struct(envelope.field("source").schema())
                .put("ts_ms", 3L)
                .put("db", table.database())
                .put("table", table.table());
    }

    private static List<Struct> structs(List<TableName> tables) {
        return tables.stream()
                .map(t -> new Struct(TABLE).put("db", t.database()).put("table", t.table()))
                .toList();
    }
}
