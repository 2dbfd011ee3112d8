package io.mysqlrelay.source.value;

import io.mysqlrelay.core.stream.StreamNames;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** YEAR: 1901 to 2155, and 0 for 0000. */
final class YearCodec implements ColumnCodec {
    private static final Schema SCHEMA = SchemaBuilder.int32()
            .name(StreamNames.DEBEZIUM_YEAR)
            .version(1)
            .optional()
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return (Integer) raw;
    }

    @Override
    public Object fromText(byte[] raw) {
        return (int) AsciiNumber.parse(raw);
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
