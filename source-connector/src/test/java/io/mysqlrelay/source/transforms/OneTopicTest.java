package io.mysqlrelay.source.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTopicTest {
    private static final Struct OLD = StockRecords.image(1, "old");
    private static final Struct NEW = StockRecords.image(2, "new");

    private final OneTopic<SourceRecord> transform = transform(Map.of());

    private static OneTopic<SourceRecord> transform(Map<String, String> settings) {
        OneTopic<SourceRecord> transform = new OneTopic<>();
        transform.configure(settings);
        return transform;
    }

    private static String header(SourceRecord record, String name) {
        Header header = record.headers().lastWithName(name);
        return header == null ? null : (String) header.value();
    }

    private static RecordIdentity identity(SourceRecord record) {
        return RecordIdentity.decode(header(record, StreamNames.IDENTITY_HEADER));
    }

    private static Struct value(SourceRecord record) {
        return (Struct) record.value();
    }

    @Test
    void aChangeGoesToThePartitionOfTheChangeTopicWithItsPlace() {
        SourceRecord first =
                transform.apply(StockRecords.inTransaction(11).at(2, 0).change("c", null, NEW));
        assertThat(first.topic()).isEqualTo("shop.changes");
        assertThat(first.kafkaPartition()).isZero();
        assertThat(first.key()).isNull();
        assertThat((Object) first.sourceOffset().get("event")).isEqualTo(2L);
        assertThat(identity(first).isStock()).isTrue();
        assertThat(identity(first).seq()).isZero();
        assertThat(identity(first).transaction()).isEqualTo(StockRecords.GTID + 11);
        assertThat(header(first, StreamNames.BEGIN_HEADER))
                .isEqualTo("gtids=" + StockRecords.GTID + "1-10@binlog.000001:900");
        assertThat(header(first, StreamNames.BEHIND_HEADER)).isNull();

        SourceRecord second =
                transform.apply(StockRecords.inTransaction(11).at(2, 1).change("u", OLD, NEW));
        assertThat(identity(second).run()).isEqualTo(identity(first).run());
        assertThat(identity(second).seq()).isEqualTo(1);
        assertThat(identity(second).ordinal()).isEqualTo(identity(first).ordinal() + 1);
        assertThat(header(second, StreamNames.BEGIN_HEADER)).isNull();
        assertThat(header(second, StreamNames.BEHIND_HEADER))
                .isEqualTo(identity(first).ordinal() + "/" + StockRecords.GTID + 11);

        SourceRecord third =
                transform.apply(StockRecords.inTransaction(11).at(4, 0).change("d", OLD, null));
        assertThat(identity(third).ordinal()).isGreaterThan(identity(second).ordinal());
    }

    @Test
    void theSameChangeHasTheSamePlaceInEveryRun() {
        SourceRecord once =
                transform.apply(StockRecords.inTransaction(11).at(7, 3).change("c", null, NEW));
        SourceRecord again = transform(Map.of())
                .apply(StockRecords.inTransaction(11).at(7, 3).change("c", null, NEW));
        assertThat(identity(again).ordinal()).isEqualTo(identity(once).ordinal());
        assertThat(identity(again).run()).isNotEqualTo(identity(once).run());
    }

    @Test
    void withoutGtidsTheEventsCoordinateIsTheTransaction() {
        StockRecords place = new StockRecords().at(2, 5);
        SourceRecord record = transform.apply(place.change("c", null, NEW));
        assertThat(identity(record).transaction()).isEqualTo("binlog.000001:1000");
        assertThat(identity(record).ordinal()).isEqualTo(5);
        assertThat(header(record, StreamNames.BEGIN_HEADER)).isEqualTo("@binlog.000001:900");
    }

    @Test
    void whatHasNoCertainPlaceIsRefused() {
        assertThatThrownBy(() -> transform(Map.of())
                        .apply(StockRecords.inTransaction(11).at(0, 0).change("c", null, NEW)))
                .hasMessageContaining("RELAY-3030")
                .hasMessageContaining("XA");
        StockRecords compressed = new StockRecords().at(3, 0);
        compressed.pos = compressed.transactionPos;
        assertThatThrownBy(() -> transform(Map.of()).apply(compressed.change("c", null, NEW)))
                .hasMessageContaining("compressed");
    }

    @Test
    void nullStaysNullWhateverTheDefaultIs() {
        SourceRecord record =
                transform.apply(StockRecords.inTransaction(11).change("c", null, StockRecords.image(1, null)));
        Struct after = value(record).getStruct("after");
        assertThat(after.get("v")).isNull();
        assertThat(after.schema().field("v").schema().defaultValue()).isNull();
        assertThat(value(record).getStruct("source").getString("table")).isEqualTo("t");
    }

    @Test
    void theHalvesOfAnUpdateOfAKeyBecomeOneUpdate() {
        SourceRecord delete = StockRecords.inTransaction(11).change("d", OLD, null);
        delete.headers().add("__debezium.newkey", new Struct(StockRecords.KEY).put("id", 2), StockRecords.KEY);
        SourceRecord create = StockRecords.inTransaction(11).change("c", null, NEW);
        create.headers().add("__debezium.oldkey", new Struct(StockRecords.KEY).put("id", 1), StockRecords.KEY);
        assertThat(transform.apply(delete)).isNull();
        assertThat(transform.apply(StockRecords.inTransaction(11).tombstone())).isNull();
        SourceRecord update = transform.apply(create);
        assertThat(value(update).getString("op")).isEqualTo("u");
        assertThat(value(update).getStruct("before").get("id")).isEqualTo(1);
        assertThat(value(update).getStruct("after").get("id")).isEqualTo(2);
    }

    @Test
    void aHalfWithoutTheOtherIsRefusedAndNothingPassesBehindIt() {
        SourceRecord delete = StockRecords.inTransaction(11).change("d", OLD, null);
        delete.headers().add("__debezium.newkey", new Struct(StockRecords.KEY).put("id", 2), StockRecords.KEY);
        assertThat(transform.apply(delete)).isNull();
        SourceRecord other = StockRecords.inTransaction(12).change("c", null, NEW);
        assertThatThrownBy(() -> transform.apply(other))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("RELAY-3030");
        assertThatThrownBy(() -> transform.apply(other)).hasMessageContaining("RELAY-3030");
    }

    @Test
    void statementsAreMadeTheSinksOwn() {
        SourceRecord one =
                transform.apply(StockRecords.inTransaction(11).at(0, 0).statement("DROP TABLE `db`.`a`"));
        SourceRecord two =
                transform.apply(StockRecords.inTransaction(11).at(0, 0).statement("DROP TABLE `db`.`b`"));
        assertThat(one.valueSchema().name()).isEqualTo(StreamNames.DDL_SCHEMA);
        assertThat(value(one).getString("phase")).isEqualTo("incremental");
        assertThat(value(one).getString("database")).isEqualTo("db");
        assertThat(value(one).getMap("session")).containsEntry("timestamp", "1700000000");
        assertThat(identity(one).ordinal()).isZero();
        assertThat(identity(two).ordinal()).as("the same statement, cut").isEqualTo(1);
        SourceRecord truncate =
                transform.apply(StockRecords.inTransaction(12).at(0, 0).truncate());
        assertThat(value(truncate).getString("text")).isEqualTo("TRUNCATE TABLE `db`.`t`");
        assertThat(identity(truncate).ordinal()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW v AS SELECT 1",
                "view v as select 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t",
                "DROP TRIGGER x",
                "CREATE DEFINER=`root`@`%` PROCEDURE p() BEGIN DROP TABLE t; END",
                "CREATE FUNCTION f() RETURNS INT RETURN 1",
                "INSERT INTO t VALUES ('secret')"
            })
    void statementsAboutObjectsAreRefusedOrSkippedAndNeverSent(String sql) {
        assertThatThrownBy(() ->
                        transform.apply(StockRecords.inTransaction(11).at(0, 0).statement(sql)))
                .hasMessageContaining("RELAY-3032")
                .hasMessageContaining("object.statements=skip")
                .hasMessageNotContaining("secret");
        assertThat(transform(Map.of("object.statements", "skip"))
                        .apply(StockRecords.inTransaction(11).at(0, 0).statement(sql)))
                .isNull();
    }

    @Test
    void aSnapshotNeverDropsAnything() {
        for (String sql : List.of(
                "SET character_set_server=utf8mb4",
                "DROP TABLE IF EXISTS `db`.`t`",
                "DROP DATABASE IF EXISTS `db`",
                "USE `db`")) {
            assertThat(transform.apply(StockRecords.inSnapshot().statement(sql)))
                    .as(sql)
                    .isNull();
        }
        SourceRecord create = transform.apply(StockRecords.inSnapshot().statement("CREATE TABLE `t` (id INT)"));
        assertThat(value(create).getString("phase")).isEqualTo("schema");
        assertThat(value(create).getArray("tables")).hasSize(1);
        SourceRecord row = transform.apply(StockRecords.inSnapshot().change("r", null, NEW));
        assertThat(identity(row).inTransaction()).isFalse();
        assertThat(header(create, StreamNames.BEGIN_HEADER)).startsWith("gtids=");
        assertThat(header(row, StreamNames.BEGIN_HEADER)).isNull();
        assertThat(transform.apply(StockRecords.inSnapshot().heartbeat())).isNull();
    }

    @Test
    void aSnapshotAmongTheChangesIsRefused() {
        StockRecords place = StockRecords.inTransaction(11);
        place.snapshot = "incremental";
        assertThatThrownBy(() -> transform.apply(place.change("r", null, NEW))).hasMessageContaining("RELAY-3033");
    }

    @Test
    void heartbeatsBetweenTransactionsMoveTheOffset() {
        assertThat(transform.apply(StockRecords.inTransaction(11).at(3, 0).heartbeat()))
                .as("in a transaction")
                .isNull();
        SourceRecord heartbeat =
                transform.apply(StockRecords.inTransaction(11).at(0, 0).heartbeat());
        assertThat(heartbeat.topic()).isEqualTo("shop.changes");
        assertThat(value(heartbeat).getInt64("ts_ms")).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void inASinkItIsRefused() {
        OneTopic<SinkRecord> misplaced = new OneTopic<>();
        misplaced.configure(Map.of());
        SinkRecord record = new SinkRecord("shop.db.t", 0, null, null, null, null, 1, 0L, TimestampType.CREATE_TIME);
        assertThatThrownBy(() -> misplaced.apply(record)).hasMessageContaining("RELAY-1301");
    }

    private static Object converted(SchemaBuilder column, Object stock) {
        Schema row = SchemaBuilder.struct()
                .name("shop.db.t.Value")
                .optional()
                .field("c", column.optional().build())
                .build();
        SourceRecord record = transform(Map.of())
                .apply(StockRecords.inTransaction(11).change("c", null, new Struct(row).put("c", stock)));
        return value(record).getStruct("after").get("c");
    }

    @Test
    void valuesTakeTheFormOfTheChangeTopic() {
        assertThat(converted(SchemaBuilder.int32().name("io.debezium.time.Date"), 19_782))
                .isEqualTo("2024-02-29");
        assertThat(converted(SchemaBuilder.int64().name("io.debezium.time.Timestamp"), 1_700_000_000_120L))
                .isEqualTo("2023-11-14 22:13:20.12");
        assertThat(converted(SchemaBuilder.int64().name("io.debezium.time.MicroTimestamp"), -1L))
                .isEqualTo("1969-12-31 23:59:59.999999");
        assertThat(converted(
                        SchemaBuilder.string().name("io.debezium.time.ZonedTimestamp"), "2024-01-01T02:00:00+02:00"))
                .isEqualTo("2024-01-01 00:00:00");
        assertThat(converted(SchemaBuilder.int64().name("io.debezium.time.MicroTime"), -5L))
                .isEqualTo(-5L);
        assertThat(converted(SchemaBuilder.bool(), true)).isEqualTo(new byte[] {1});
        assertThat(converted(SchemaBuilder.string().name("io.debezium.data.Enum"), "a\\,b"))
                .isEqualTo("a,b");
        assertThat(converted(SchemaBuilder.string().name("io.debezium.data.Enum"), "a,b"))
                .isEqualTo("a,b");
        assertThat(converted(Decimal.builder(2), new BigDecimal("1.50"))).isEqualTo(new BigDecimal("1.50"));
        Schema point = SchemaBuilder.struct()
                .name("io.debezium.data.geometry.Point")
                .field("x", Schema.FLOAT64_SCHEMA)
                .field("wkb", Schema.OPTIONAL_BYTES_SCHEMA)
                .field("srid", Schema.OPTIONAL_INT32_SCHEMA)
                .optional()
                .build();
        Schema row = SchemaBuilder.struct()
                .name("shop.db.t.Value")
                .optional()
                .field("c", point)
                .build();
        Struct value = new Struct(point).put("x", 1d).put("wkb", new byte[] {9}).put("srid", 258);
        SourceRecord record =
                transform.apply(StockRecords.inTransaction(11).change("c", null, new Struct(row).put("c", value)));
        assertThat(value(record).getStruct("after").getBytes("c")).isEqualTo(new byte[] {2, 1, 0, 0, 9});
    }

    @Test
    void aFormThatLosesValuesIsRefusedByName() {
        assertThatThrownBy(() -> converted(SchemaBuilder.string().name("io.debezium.time.IsoTimestamp"), "x"))
                .hasMessageContaining("RELAY-3031")
                .hasMessageContaining("column c of table db.t")
                .hasMessageContaining("time.precision.mode");
    }
}
