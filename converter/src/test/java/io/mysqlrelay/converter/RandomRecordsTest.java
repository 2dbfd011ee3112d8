package io.mysqlrelay.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.testkit.Seed;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.junit.jupiter.api.Test;

/** Random schemas and values. */
class RandomRecordsTest {
    private static final String TOPIC = "shop.changes";
    private static final int SCHEMAS = 2_000;
    private static final int DAMAGES = 40;

    private final long seed = Seed.next("RandomRecordsTest");
    private final Random random = new Random(seed);
    private final RandomData data = new RandomData(random);

    @Test
    void everyValueComesBackUnderAnEqualSchema() {
        CompactConverter writer = new CompactConverter();
        CompactConverter reader = new CompactConverter();
        for (int i = 0; i < SCHEMAS; i++) {
            Schema schema = data.schema();
            for (int row = 0; row < 3; row++) {
                Object value = data.value(schema);
                SchemaAndValue back = reader.toConnectData(TOPIC, writer.fromConnectData(TOPIC, schema, value));
                String about = "seed " + seed + ", schema " + i + ", row " + row;
                assertThat(back.schema().equals(schema)).as(about).isTrue();
                assertThat(RandomData.same(value, back.value())).as(about).isTrue();
            }
        }
    }

    @Test
    void damagedBytesGiveTheirCode() {
        CompactConverter converter = new CompactConverter();
        for (int i = 0; i < SCHEMAS / 4; i++) {
            Schema schema = data.schema();
            byte[] whole = converter.fromConnectData(TOPIC, schema, data.value(schema));
            for (int damage = 0; damage < DAMAGES; damage++) {
                byte[] record = damaged(whole, damage % 2 == 0);
                assertThatThrownBy(() -> converter.toConnectData(TOPIC, record))
                        .as("seed " + seed)
                        .isInstanceOfSatisfying(
                                RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE));
            }
        }
    }

    private byte[] damaged(byte[] whole, boolean cut) {
        byte[] record = Arrays.copyOf(whole, cut ? random.nextInt(whole.length) : whole.length);
        if (!cut) {
            record[random.nextInt(record.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return record;
    }

    /** Damage that comes with the right check sum can be read as something else, but does no harm. */
    @Test
    void forgedBytesGiveTheirCodeOrAValue() {
        CompactConverter converter = new CompactConverter();
        int read = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            Schema schema = data.schema();
            byte[] whole = converter.fromConnectData(TOPIC, schema, data.value(schema));
            for (int forgery = 0; forgery < DAMAGES; forgery++) {
                byte[] record = Forgery.sealed(damaged(Arrays.copyOf(whole, whole.length - CheckSum.LENGTH), false));
                try {
                    converter.toConnectData(TOPIC, record);
                    read++;
                } catch (RelayException e) {
                    assertThat(e.code()).as("seed " + seed).isEqualTo(ErrorCode.RECORD_UNREADABLE);
                }
            }
        }
        assertThat(read).as("records that still made sense, seed " + seed).isPositive();
    }
}
