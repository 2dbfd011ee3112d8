package io.mysqlrelay.source.transforms;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Records as Debezium's MySQL connector 3.6 writes them, made by hand. */
final class StockRecords {
    static final String GTID = "3e11fa47-71ca-11e1-9e33-c80aa9429562:";

    static final Schema KEY = SchemaBuilder.struct()
            .name("shop.db.t.Key")
            .field("id", Schema.INT32_SCHEMA)
            .build();

    private static final Schema SOURCE = SchemaBuilder.struct()
            .name("io.debezium.connector.mysql.Source")
            .field("version", Schema.STRING_SCHEMA)
            .field("connector", Schema.STRING_SCHEMA)
            .field("name", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field(
                    "snapshot",
                    SchemaBuilder.string().optional().defaultValue("false").build())
            .field("db", Schema.STRING_SCHEMA)
            .field("sequence", Schema.OPTIONAL_STRING_SCHEMA)
            .field("table", Schema.OPTIONAL_STRING_SCHEMA)
            .field("server_id", Schema.INT64_SCHEMA)
            .field("gtid", Schema.OPTIONAL_STRING_SCHEMA)
            .field("file", Schema.STRING_SCHEMA)
            .field("pos", Schema.INT64_SCHEMA)
            .field("row", Schema.INT32_SCHEMA)
            .build();

    private static final Schema STATEMENT = SchemaBuilder.struct()
            .name("io.debezium.connector.mysql.SchemaChangeValue")
            .field("source", SOURCE)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("databaseName", Schema.OPTIONAL_STRING_SCHEMA)
            .field("ddl", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private static final Schema HEARTBEAT = SchemaBuilder.struct()
            .name("io.debezium.connector.common.Heartbeat")
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    static final Schema ROW = SchemaBuilder.struct()
            .name("shop.db.t.Value")
            .optional()
            .field("id", Schema.INT32_SCHEMA)
            .field(
                    "v",
                    SchemaBuilder.string().optional().defaultValue("by default").build())
            .build();

    /** Null without GTIDs. */
    String gtid;

    String snapshot = "false";
    long pos = 1_000;
    long transactionPos = 900;
    int row;
    long event = 2;

    static StockRecords inTransaction(long number) {
        StockRecords place = new StockRecords();
        place.gtid = GTID + number;
        return place;
    }

    static StockRecords inSnapshot() {
        StockRecords place = new StockRecords();
        place.snapshot = "true";
        place.event = 0;
        return place;
    }

    StockRecords at(long newEvent, int newRow) {
        event = newEvent;
        row = newRow;
        return this;
    }

    private Struct source(String table) {
        return new Struct(SOURCE)
                .put("version", "3.6.1.Final")
                .put("connector", "mysql")
                .put("name", "shop")
                .put("ts_ms", 1_700_000_000_000L)
                .put("snapshot", snapshot)
                .put("db", "db")
                .put("table", table)
                .put("server_id", 1L)
                .put("gtid", gtid)
                .put("file", "binlog.000001")
                .put("pos", pos)
                .put("row", row);
    }

    private Map<String, Object> offset() {
        Map<String, Object> offset = new HashMap<>();
        offset.put("file", "binlog.000001");
        offset.put("pos", transactionPos);
        offset.put("ts_sec", 1_700_000_000L);
        if (gtid != null || !snapshot.equals("false")) {
            offset.put("gtids", GTID + "1-10");
        }
        if (event > 0) {
            offset.put("event", event);
        }
        if (!snapshot.equals("false")) {
            offset.put("snapshot", "initial");
        }
        return offset;
    }

    static Struct image(int id, String v) {
        return new Struct(ROW).put("id", id).put("v", v);
    }

    static Schema envelope(Schema row) {
        return SchemaBuilder.struct()
                .name("shop.db.t.Envelope")
                .field("before", row)
                .field("after", row)
                .field("source", SOURCE)
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
    }

    SourceRecord change(String op, Struct before, Struct after) {
        Schema row = before == null ? after.schema() : before.schema();
        Struct value = new Struct(envelope(row))
                .put("before", before)
                .put("after", after)
                .put("source", source("t"))
                .put("op", op)
                .put("ts_ms", 1L);
        return record("shop.db.t", KEY, value);
    }

    SourceRecord keyless(String op, Struct before, Struct after) {
        SourceRecord keyed = change(op, before, after);
        return keyed.newRecord(keyed.topic(), null, null, null, keyed.valueSchema(), keyed.value(), keyed.timestamp());
    }

    SourceRecord statement(String ddl) {
        Struct value = new Struct(STATEMENT)
                .put("source", source(null))
                .put("ts_ms", 1L)
                .put("databaseName", "db")
                .put("ddl", ddl);
        return record("shop", null, value);
    }

    SourceRecord truncate() {
        Struct value = new Struct(envelope(ROW)).put("source", source("t")).put("op", "t");
        return record("shop.db.t", null, value);
    }

    SourceRecord heartbeat() {
        return record("__debezium-heartbeat.shop", null, new Struct(HEARTBEAT).put("ts_ms", 5L));
    }

    SourceRecord tombstone() {
        return new SourceRecord(Map.of("server", "shop"), offset(), "shop.db.t", KEY, null, null, null);
    }

    private SourceRecord record(String topic, Schema key, Struct value) {
        return new SourceRecord(
                Map.of("server", "shop"),
                offset(),
                topic,
                null,
                key,
                key == null ? null : new Struct(key).put("id", 1),
                value.schema(),
                value);
    }
}
