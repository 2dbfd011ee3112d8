package io.mysqlrelay.source.value;

import io.mysqlrelay.core.stream.StreamNames;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** TIME in microseconds, from -838:59:59 to 838:59:59: not a time of day. */
final class TimeCodec implements ColumnCodec {
    private static final Schema SCHEMA = SchemaBuilder.int64()
            .name(StreamNames.DEBEZIUM_MICRO_TIME)
            .version(1)
            .optional()
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return (Long) raw;
    }

    /** Form {@code [-]h..h:mm:ss[.ffffff]}. */
    @Override
    public Object fromText(byte[] raw) {
        boolean negative = raw[0] == '-';
        long value = 0;
        long part = 0;
        int fraction = -1;
        for (int i = negative ? 1 : 0; i < raw.length; i++) {
            if (raw[i] == ':' || raw[i] == '.') {
                value = (value + part) * (raw[i] == ':' ? 60 : 1);
                part = 0;
                fraction = raw[i] == '.' ? 0 : -1;
            } else {
                part = part * 10 + (raw[i] - '0');
                fraction += fraction < 0 ? 0 : 1;
            }
        }
        long micros = fraction < 0
                ? (value + part) * PackedTemporal.MICROS
                : value * PackedTemporal.MICROS + part * PackedTemporal.microsPerUnit(fraction);
        return negative ? -micros : micros;
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
