package io.mysqlrelay.sink.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.sink.StreamRecords;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.Heartbeat;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.HeaderConverter;
import org.apache.kafka.connect.storage.SimpleHeaderConverter;
import org.apache.kafka.connect.storage.StringConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDecoderTest {
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final RecordIdentity IDENTITY =
            new RecordIdentity("5d9f3c1e-8a43-4a53-9d0e-2f3f2b0a6c11", 3, 4, "binlog.000001:4");

    private final RecordDecoder decoder = new RecordDecoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:5",
                "binlog.000001:4",
                "mysql-bin.1000000:999",
                "-",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:tag_1:5"
            })
    void identitySurvivesTheHeaderConverters(String transaction) {
        for (String run : List.of("5d9f3c1e-8a43-4a53-9d0e-2f3f2b0a6c11", "20261121-1", "1e9", "1", "a")) {
            RecordIdentity identity = new RecordIdentity(run, 12, 3, transaction);
            for (HeaderConverter converter : List.of(new SimpleHeaderConverter(), new StringConverter())) {
                byte[] wire = converter.fromConnectHeader(
                        "t", StreamNames.IDENTITY_HEADER, Schema.STRING_SCHEMA, identity.encode());
                SchemaAndValue header = converter.toConnectHeader("t", StreamNames.IDENTITY_HEADER, wire);
                SinkRecord record = withoutHeader(StreamRecords.run());
                record.headers().add(StreamNames.IDENTITY_HEADER, header);
                assertThat(decoder.identity(record)).isEqualTo(identity);
            }
            SinkRecord bytes = withoutHeader(StreamRecords.run());
            bytes.headers()
                    .addBytes(StreamNames.IDENTITY_HEADER, identity.encode().getBytes(StandardCharsets.UTF_8));
            assertThat(decoder.identity(bytes)).isEqualTo(identity);
        }
    }

    @Test
    void identityThatIsMissingOrNoTextIsRefusedWithThePlace() {
        SinkRecord missing = withoutHeader(StreamRecords.run());
        assertThatThrownBy(() -> decoder.identity(missing))
                .hasMessageContaining("RELAY-3001")
                .hasMessageContaining("shop.changes-0@77")
                .hasMessageContaining("no header relay.identity");
        SinkRecord number = withoutHeader(StreamRecords.run());
        number.headers().addInt(StreamNames.IDENTITY_HEADER, 5);
        assertThatThrownBy(() -> decoder.identity(number)).hasMessageContaining("header.converter");
    }

    @Test
    void markerStatementAndHeartbeatSurviveJson() {
        Marker marker = (Marker) read(StreamRecords.tables(List.of(ORDERS)));
        assertThat(marker).isEqualTo(new Marker(MarkerType.TABLES, Map.of(), List.of(ORDERS)));
        DdlChange statement =
                (DdlChange) read(StreamRecords.ddl("incremental", "DROP TABLE `\u00fc`", List.of(ORDERS)));
        assertThat(new String(statement.statement(), StandardCharsets.UTF_8)).isEqualTo("DROP TABLE `\u00fc`");
        assertThat(statement.session()).containsEntry("sql_mode", "0");
        assertThat(statement.tables()).containsExactly(ORDERS);
        assertThat(statement.transaction()).isEqualTo("binlog.000001:4");
        assertThat(statement.ordinal()).isEqualTo(4);
        assertThat(read(StreamRecords.heartbeat(99))).isEqualTo(new Heartbeat(99));
    }

    @Test
    void everyTypeSurvivesJson() {
        Schema image = SchemaBuilder.struct()
                .optional()
                .field("i16", Schema.OPTIONAL_INT16_SCHEMA)
                .field("i64", Schema.OPTIONAL_INT64_SCHEMA)
                .field("dec", Decimal.builder(3).optional().build())
                .field("f", Schema.OPTIONAL_FLOAT32_SCHEMA)
                .field("d", Schema.OPTIONAL_FLOAT64_SCHEMA)
                .field("s", Schema.OPTIONAL_STRING_SCHEMA)
                .field("raw", Schema.OPTIONAL_BYTES_SCHEMA)
                .field(
                        "latin",
                        named(SchemaBuilder.bytes(), StreamNames.TEXT)
                                .parameter("charset", "latin1")
                                .build())
                .field(
                        "e",
                        named(SchemaBuilder.int32(), StreamNames.ENUM)
                                .parameter("members", "[\"a\",\"\\u00fc\\\"\"]")
                                .build())
                .field(
                        "t",
                        named(SchemaBuilder.int64(), StreamNames.DEBEZIUM_MICRO_TIME)
                                .build())
                .field("at", named(SchemaBuilder.string(), StreamNames.DATETIME).build())
                .field("nil", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Schema envelope = StreamRecords.envelope(ORDERS, image);
        Struct after = new Struct(image)
                .put("i16", (short) -7)
                .put("i64", Long.MIN_VALUE)
                .put("dec", new BigDecimal("12345678901234567890.123"))
                .put("f", 0.1f)
                .put("d", 0.1)
                .put("s", "\ud83d\ude00")
                .put("raw", new byte[] {0, -1})
                .put("latin", new byte[] {(byte) 0x81})
                .put("e", 2)
                .put("t", -3_020_399_000_000L)
                .put("at", "0000-00-00 00:00:00.000000");
        Struct value = new Struct(envelope)
                .put("after", after)
                .put("op", "c")
                .put("source", StreamRecords.source(envelope, ORDERS));
        RowChange row = (RowChange) read(value);
        assertThat(row.op()).isEqualTo(RowChange.Op.INSERT);
        assertThat(row.before()).isNull();
        assertThat(row.after()).usingRecursiveComparison().isEqualTo(new Object[] {
            -7L,
            Long.MIN_VALUE,
            new BigDecimal("12345678901234567890.123"),
            0.1f,
            0.1,
            "\ud83d\ude00",
            new byte[] {0, -1},
            new byte[] {(byte) 0x81},
            2L,
            -3_020_399_000_000L,
            "0000-00-00 00:00:00.000000",
            null
        });
        assertThat(row.shape().columns().get(7).charset()).isEqualTo("latin1");
        assertThat(row.shape().columns().get(8).members()).containsExactly("a", "\u00fc\"");
        assertThat(row.shape().columns().get(9).type()).isEqualTo(ValueType.TIME);
        assertThat(row.bytes()).isGreaterThan(200);
    }

    @Test
    void nullStaysNullWhereATransformAddedADefault() {
        Schema image = SchemaBuilder.struct()
                .optional()
                .field(
                        "note",
                        SchemaBuilder.string().optional().defaultValue("x").build())
                .build();
        Schema envelope = StreamRecords.envelope(ORDERS, image);
        Struct value = new Struct(envelope)
                .put("after", new Struct(image))
                .put("op", "c")
                .put("source", StreamRecords.source(envelope, ORDERS));
        RowChange row = (RowChange) decoder.value(withoutHeader(value), IDENTITY);
        assertThat(row.after()).containsExactly((Object) null);
    }

    @Test
    void onePlanServesAllRowsOfOneShapeEvenWithNewEqualSchemas() {
        RowChange first = (RowChange) read(StreamRecords.row(ORDERS, "c", 1, "x"));
        RowChange second = (RowChange) read(StreamRecords.row(ORDERS, "d", 2, "y"));
        assertThat(second.shape()).isSameAs(first.shape());
        assertThat(second.after()).isNull();
        RowChange other = (RowChange) read(StreamRecords.row(new TableName("shop", "items"), "c", 1, "x"));
        assertThat(other.shape()).isNotSameAs(first.shape());
    }

    @Test
    void largeValuesComeOutOfTheHeadersOfAnyConverter() {
        try (JsonConverter json = new JsonConverter()) {
            json.configure(Map.of("schemas.enable", "true", "converter.type", "header"));
            for (HeaderConverter converter : List.of(new SimpleHeaderConverter(), new StringConverter(), json)) {
                SinkRecord record = withIdentity(StreamRecords.row(ORDERS, "u", 1, ""));
                for (String header : List.of("before.1=_MTIz", "before.1=_NDU=", "after.1==")) {
                    String name = StreamNames.LARGE_HEADER_PREFIX + header.substring(0, header.indexOf('='));
                    String value = header.substring(header.indexOf('=') + 1);
                    byte[] wire = converter.fromConnectHeader("t", name, Schema.STRING_SCHEMA, value);
                    record.headers().add(name, converter.toConnectHeader("t", name, wire));
                }
                RowChange row = (RowChange) decoder.value(record, IDENTITY);
                assertThat(row.before()[1]).isEqualTo("12345");
                assertThat(row.after()[1]).isSameAs(row.before()[1]);
            }
        }
        SinkRecord broken = withIdentity(StreamRecords.row(ORDERS, "c", 1, ""));
        broken.headers().addInt(StreamNames.LARGE_HEADER_PREFIX + "after.1", 5);
        assertThatThrownBy(() -> decoder.value(broken, IDENTITY)).hasMessageContaining("RELAY-3001");
    }

    @Test
    void foreignRecordsAreRefusedWithPlaceAndRemedy() {
        SinkRecord tombstone = new SinkRecord(StreamRecords.TOPIC, 0, null, null, null, null, 77);
        assertThatThrownBy(() -> decoder.value(tombstone, IDENTITY)).hasMessageContaining("no value");
        SinkRecord map = new SinkRecord(StreamRecords.TOPIC, 0, null, null, null, Map.of("secret", 1), 77);
        assertThatThrownBy(() -> decoder.value(map, IDENTITY))
                .hasMessageContaining("RELAY-3002")
                .hasMessageContaining("schemas.enable=true")
                .hasMessageNotContaining("secret");
        Schema unknown = SchemaBuilder.struct()
                .name("x.Envelope")
                .field("a", Schema.STRING_SCHEMA)
                .build();
        SinkRecord foreign = withoutHeader(new Struct(unknown).put("a", "secret"));
        assertThatThrownBy(() -> decoder.value(foreign, IDENTITY))
                .hasMessageContaining("shop.changes-0@77")
                .hasMessageContaining("unknown value schema")
                .hasMessageNotContaining("secret");
    }

    private Object read(Struct value) {
        // A converter that forgets its schemas at once gives a new, equal instance for every record.
        try (JsonConverter json = new JsonConverter()) {
            json.configure(Map.of("schemas.enable", "true", "schemas.cache.size", "1", "converter.type", "value"));
            Converter converter = json;
            byte[] wire = converter.fromConnectData(StreamRecords.TOPIC, value.schema(), value);
            SchemaAndValue back = converter.toConnectData(StreamRecords.TOPIC, wire);
            return decoder.value(
                    new SinkRecord(StreamRecords.TOPIC, 0, null, null, back.schema(), back.value(), 77), IDENTITY);
        }
    }

    private static SchemaBuilder named(SchemaBuilder schema, String name) {
        return schema.optional().name(name);
    }

    private static SinkRecord withIdentity(Struct value) {
        SinkRecord record = withoutHeader(value);
        record.headers().addString(StreamNames.IDENTITY_HEADER, IDENTITY.encode());
        return record;
    }

    private static SinkRecord withoutHeader(Struct value) {
        return new SinkRecord(
                StreamRecords.TOPIC, 0, null, null, value.schema(), value, 77, 0L, TimestampType.CREATE_TIME);
    }
}
