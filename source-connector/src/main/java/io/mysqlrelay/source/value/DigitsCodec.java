package io.mysqlrelay.source.value;

import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** DATE, DATETIME and TIMESTAMP as digits: no calendar type holds 0000-00-00 or 2024-02-30. */
final class DigitsCodec implements ColumnCodec {
    private final Schema schema;

    DigitsCodec(String schemaName) {
        this.schema = SchemaBuilder.string().name(schemaName).optional().build();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return (String) raw;
    }

    @Override
    public Object fromText(byte[] raw) {
        return AsciiNumber.string(raw);
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
