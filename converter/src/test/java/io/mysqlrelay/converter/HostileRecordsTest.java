package io.mysqlrelay.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** Bytes that were made to do harm, or by something else. */
class HostileRecordsTest {
    private static final String TOPIC = "shop.changes";
    private static final byte[] PRESENT = {1};

    private final CompactConverter reader = new CompactConverter();

    @Test
    void bytesOfAnotherConverterAreRefused() {
        for (String text : new String[] {"", "text", "\0\0\0\0\1avro", "[1]", "{\"no\": \"schema\"", "\u00B7"}) {
            assertUnreadable(text.getBytes(StandardCharsets.UTF_8), TOPIC);
        }
    }

    @Test
    void aRecordOfANewerFormIsToldFromADamagedOne() {
        byte[] newer = new CompactConverter().fromConnectData(TOPIC, Schema.INT8_SCHEMA, (byte) 1);
        newer[1]++;
        assertUnreadable(newer, "form 2, and this version reads 1");
        newer[1]--;
        newer[newer.length - CheckSum.LENGTH - 1]++;
        assertUnreadable(newer, "check sum");
    }

    @Test
    void forgedLengthsReserveNothing() {
        Schema texts = SchemaBuilder.array(Schema.STRING_SCHEMA).build();
        byte[][] schemas = {
            SchemaWriter.write(Schema.STRING_SCHEMA),
            SchemaWriter.write(Schema.BYTES_SCHEMA),
            SchemaWriter.write(texts),
            SchemaWriter.write(SchemaBuilder.map(Schema.STRING_SCHEMA, texts).build())
        };
        for (byte[] schema : schemas) {
            for (long length : new long[] {100, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1}) {
                assertUnreadable(
                        Forgery.record(schema, Forgery.join(PRESENT, Forgery.number(length), new byte[20])),
                        "too early");
            }
        }
        for (long length : new long[] {100, Integer.MAX_VALUE, -1}) {
            assertUnreadable(
                    Forgery.record(Forgery.join(new byte[] {12}, Forgery.number(length)), PRESENT), "too early");
            assertUnreadable(Forgery.sealed(Forgery.join(new byte[] {(byte) 0xB7, 1}, Forgery.number(length))), "");
        }
    }

    @Test
    void nestedCountsDoNotMultiply() {
        // Arrays of arrays, 200 levels, each of which says that it holds as many elements as there are bytes left.
        Schema schema = Schema.INT8_SCHEMA;
        for (int i = 0; i < SchemaBytes.DEEPEST; i++) {
            schema = SchemaBuilder.array(schema).build();
        }
        byte[] levels = new byte[0];
        int bytes = 50_000_000;
        for (int i = 0; i < SchemaBytes.DEEPEST; i++) {
            levels = Forgery.join(levels, PRESENT, Forgery.number(bytes - 1_000));
        }
        assertUnreadable(Forgery.record(SchemaWriter.write(schema), Forgery.join(levels, new byte[bytes])), "");
    }

    @Test
    void aSchemaThatHoldsItselfTwiceOnEachLevelStaysSmall() {
        byte[] bytes = doubled(SchemaBytes.DEEPEST);
        assertThat(bytes.length).isLessThan(4_000);
        SchemaAndValue back = reader.toConnectData(TOPIC, Forgery.record(bytes, new byte[] {0}));
        assertThat(back.value()).isNull();
    }

    /** As SchemaWriter would write it, if hashing such a schema came to an end. */
    private static byte[] doubled(int levels) {
        byte[] opening = {12 | SchemaBytes.OPTIONAL, 2, 2, 'a'};
        byte[] bytes = new byte[0];
        for (int i = 0; i < levels; i++) {
            bytes = Forgery.join(bytes, opening);
        }
        bytes = Forgery.join(bytes, new byte[] {12 | SchemaBytes.OPTIONAL, 0});
        for (int i = 0; i < levels; i++) {
            bytes = Forgery.join(bytes, new byte[] {2, 'b', SchemaBytes.REFERENCE}, Forgery.number(i));
        }
        return bytes;
    }

    @Test
    void schemasThatMakeNoSenseAreRefused() {
        assertUnreadable(Forgery.record(new byte[] {SchemaBytes.REFERENCE, 0}, PRESENT), "not there");
        assertUnreadable(Forgery.record(new byte[] {13}, PRESENT), "unknown type");
        assertUnreadable(Forgery.record(new byte[] {(byte) 0x81}, PRESENT), "unknown kind");
        assertUnreadable(Forgery.record(new byte[] {1 | SchemaBytes.DETAILED, 64}, PRESENT), "unknown details");
        assertUnreadable(Forgery.record(new byte[] {12, 2, 2, 'a', 1, 2, 'a', 1}, PRESENT), "two fields of one name");
        assertUnreadable(Forgery.record(new byte[] {1, 1}, PRESENT), "behind the end");
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 10);
        assertUnreadable(Forgery.record(deep, PRESENT), "levels");
    }

    private void assertUnreadable(byte[] bytes, String why) {
        assertThatThrownBy(() -> reader.toConnectData(TOPIC, bytes))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE))
                .hasMessageContaining(TOPIC)
                .hasMessageContaining(why)
                .hasMessageContaining("give source and sink the same converters");
    }
}
