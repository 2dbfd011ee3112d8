package io.mysqlrelay.source.value;

import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.table.Column;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** BIT(n): the server's most significant byte comes first, the stream's last, as Debezium has it. */
final class BitCodec implements ColumnCodec {
    /** Debezium's name of the parameter that holds n. */
    private static final String PARAM_LENGTH = "length";

    private final Schema schema;

    BitCodec(Column column) {
        // Plain BIT is BIT(1).
        int bits = Math.max(column.length(), 1);
        this.schema = SchemaBuilder.bytes()
                .name(StreamNames.DEBEZIUM_BITS)
                .version(1)
                .parameter(PARAM_LENGTH, String.valueOf(bits))
                .optional()
                .build();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return fromText((byte[]) raw);
    }

    @Override
    public Object fromText(byte[] raw) {
        byte[] reversed = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            reversed[i] = raw[raw.length - 1 - i];
        }
        return reversed;
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
