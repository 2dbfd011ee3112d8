package io.mysqlrelay.source.value;

import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.table.Column;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** SET as a bit set: bit n is member n+1, and bit 63 is the sign of the long. */
final class SetCodec implements ColumnCodec {
    private final Schema schema;

    SetCodec(Column column) {
        this.schema = SchemaBuilder.int64()
                .name(StreamNames.SET)
                .parameter(StreamNames.PARAM_MEMBERS, Members.json(column.members()))
                .optional()
                .build();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return (Long) raw;
    }

    @Override
    public Object fromText(byte[] raw) {
        return Long.parseUnsignedLong(AsciiNumber.string(raw));
    }

    /** Plus zero would go through a double and lose members beyond the 53rd. */
    @Override
    public String selectExpression(String quotedColumn) {
        return "CAST(" + quotedColumn + " AS UNSIGNED)";
    }
}
