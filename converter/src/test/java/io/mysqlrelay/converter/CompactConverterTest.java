package io.mysqlrelay.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.HeaderConverter;
import org.junit.jupiter.api.Test;

class CompactConverterTest {
    private static final String TOPIC = "shop.changes";
    private static final Schema ROW = SchemaBuilder.struct()
            .name("shop.t.Value")
            .optional()
            .field("id", Schema.OPTIONAL_INT64_SCHEMA)
            .field("price", Decimal.builder(2).optional().build())
            .field(
                    "note",
                    SchemaBuilder.string().optional().defaultValue("none").build())
            .build();
    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .name("shop.t.Envelope")
            .field("before", ROW)
            .field("after", ROW)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private final CompactConverter writer = new CompactConverter();
    private final CompactConverter reader = new CompactConverter();

    private static Struct change(long id) {
        return new Struct(ENVELOPE)
                .put("after", new Struct(ROW).put("id", id).put("price", new BigDecimal("-0.10")))
                .put("op", "c");
    }

    @Test
    void recordsOfOneSchemaComeBackWithOneSchemaInstanceWhateverIsBetweenThem() {
        SchemaAndValue first = reader.toConnectData(TOPIC, writer.fromConnectData(TOPIC, ENVELOPE, change(1)));
        byte[] other = writer.fromConnectData(TOPIC, Schema.STRING_SCHEMA, "between");
        assertThat(reader.toConnectData(TOPIC, other).value()).isEqualTo("between");
        // Another writer, as after a restart.
        byte[] again = new CompactConverter().fromConnectData(TOPIC, ENVELOPE, change(2));
        SchemaAndValue second = reader.toConnectData(TOPIC, again);
        assertThat(first.value()).isEqualTo(change(1));
        assertThat(second.value()).isEqualTo(change(2));
        assertThat(second.schema()).isSameAs(first.schema()).isEqualTo(ENVELOPE);
    }

    @Test
    void nullStaysNullWhereTheSchemaHasADefault() {
        SchemaAndValue back = reader.toConnectData(TOPIC, writer.fromConnectData(TOPIC, ENVELOPE, change(1)));
        Struct after = ((Struct) back.value()).getStruct("after");
        assertThat(after.getWithoutDefault("note")).isNull();
        assertThat(after.get("note")).isEqualTo("none");
    }

    @Test
    void theSchemaOfBothImagesIsWrittenOnce() {
        byte[] whole = SchemaWriter.write(ENVELOPE);
        byte[] row = SchemaWriter.write(ROW);
        assertThat(whole.length).isLessThan(row.length + 60);
        assertThat(SchemaReader.read(whole, new Forms())).isEqualTo(ENVELOPE);
    }

    @Test
    void tombstonesAndNullsAreKeptApart() {
        assertThat(writer.fromConnectData(TOPIC, null, null)).isNull();
        assertThat(reader.toConnectData(TOPIC, null)).isEqualTo(SchemaAndValue.NULL);
        byte[] nothing = writer.fromConnectData(TOPIC, ROW, null);
        assertThat(reader.toConnectData(TOPIC, nothing)).isEqualTo(new SchemaAndValue(ROW, null));
    }

    @Test
    void textsAndBytesMayHaveAnySize() {
        // JsonConverter does not read more than 20,000,000 characters.
        String text = "ü?".repeat(11_000_000);
        byte[] wire = writer.fromConnectData(TOPIC, Schema.STRING_SCHEMA, text);
        assertThat(reader.toConnectData(TOPIC, wire).value().equals(text)).isTrue();
        byte[] bytes = new byte[30_000_000];
        Arrays.fill(bytes, (byte) 200);
        byte[] long1 = writer.fromConnectData(TOPIC, Schema.BYTES_SCHEMA, ByteBuffer.wrap(bytes));
        assertThat((byte[]) reader.toConnectData(TOPIC, long1).value()).isEqualTo(bytes);
    }

    @Test
    void aBuilderMayChangeBetweenTwoRecords() {
        SchemaBuilder builder = SchemaBuilder.struct().field("a", Schema.INT8_SCHEMA);
        Struct one = new Struct(builder).put("a", (byte) 1);
        assertThat(back(builder, one).schema()).isEqualTo(builder.build());
        builder.field("b", Schema.INT8_SCHEMA);
        Struct two = new Struct(builder).put("a", (byte) 1).put("b", (byte) 2);
        assertThat(back(builder, two).schema().fields()).hasSize(2);
    }

    private SchemaAndValue back(Schema schema, Object value) {
        return reader.toConnectData(TOPIC, writer.fromConnectData(TOPIC, schema, value));
    }

    @Test
    void recordsOfJsonConverterAreReadToo() {
        try (JsonConverter json = new JsonConverter()) {
            json.configure(Map.of("schemas.enable", "true"), false);
            byte[] old = json.fromConnectData(TOPIC, ENVELOPE, change(7));
            assertThat(reader.toConnectData(TOPIC, old).schema()).isEqualTo(ENVELOPE);
            Struct after = ((Struct) reader.toConnectData(TOPIC, old).value()).getStruct("after");
            assertThat(after.get("id")).isEqualTo(7L);
            assertThat(after.get("price")).isEqualTo(new BigDecimal("-0.10"));
            assertThat(back(ENVELOPE, change(8)).value()).isEqualTo(change(8));
            byte[] compact = writer.fromConnectData(TOPIC, ENVELOPE, change(9));
            assertThatThrownBy(() -> json.toConnectData(TOPIC, compact))
                    .isInstanceOf(org.apache.kafka.connect.errors.DataException.class);
        }
    }

    @Test
    void valuesThatDoNotFitTheirSchemaAreRefused() {
        assertUnwritable(null, "no schema");
        assertUnwritable(Schema.STRING_SCHEMA, 1);
        assertUnwritable(Schema.STRING_SCHEMA, null);
        assertUnwritable(ENVELOPE, new Struct(ENVELOPE));
        assertUnwritable(ENVELOPE, new Struct(ROW));
        assertUnwritable(SchemaBuilder.array(Schema.INT8_SCHEMA).build(), Arrays.asList((byte) 1, null));
        Schema deep = Schema.INT8_SCHEMA;
        for (int i = 0; i <= SchemaBytes.DEEPEST; i++) {
            deep = SchemaBuilder.array(deep).optional().build();
        }
        assertUnwritable(deep, null);
    }

    private void assertUnwritable(Schema schema, Object value) {
        assertThatThrownBy(() -> writer.fromConnectData(TOPIC, schema, value))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_UNWRITABLE))
                .hasMessageContaining(TOPIC);
    }

    @Test
    void headersTravelToo() {
        byte[] wire = writer.fromConnectHeader(TOPIC, "h", Schema.FLOAT64_SCHEMA, -0.0);
        assertThat(reader.toConnectHeader(TOPIC, "h", wire).value()).isEqualTo(-0.0);
        assertThat(reader.toConnectHeader(TOPIC, "h", null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void workersFindItByItsManifest() {
        assertThat(ServiceLoader.load(Converter.class)).hasAtLeastOneElementOfType(CompactConverter.class);
        assertThat(ServiceLoader.load(HeaderConverter.class)).hasAtLeastOneElementOfType(CompactConverter.class);
        assertThat(writer.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(writer.config().names()).isEmpty();
    }

    /** A contract with stored topics. */
    @Test
    void theFormOfVersion1DoesNotChange() {
        Schema schema = SchemaBuilder.struct()
                .field("n", Schema.INT32_SCHEMA)
                .field("s", SchemaBuilder.string().optional().name("x").build())
                .build();
        Struct value = new Struct(schema).put("n", -2).put("s", "é");
        assertThat(writer.fromConnectData(TOPIC, schema, value))
                .containsExactly(
                        0xB7, 1, 10, // magic, version, length of the schema
                        12, 2, 2, 'n', 3, 2, 's', 0x38, 2, 'x', // struct of two: int32, optional named string
                        1, 3, 3, 4, 0xC3, 0xA9, // present, both fields, -2, two bytes of text
                        0x9B, 0xCC, 0x61, 0xAA); // check sum, CRC-32C
    }
}
