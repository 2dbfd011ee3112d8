package io.mysqlrelay.source.value;

import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.table.Column;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** ENUM by number: as text, the error value 0 and a member '' could not be told apart. */
final class EnumCodec implements ColumnCodec {
    private final Schema schema;

    EnumCodec(Column column) {
        this.schema = SchemaBuilder.int32()
                .name(StreamNames.ENUM)
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
        return (Integer) raw;
    }

    @Override
    public Object fromText(byte[] raw) {
        return (int) AsciiNumber.parse(raw);
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn + "+0";
    }
}
