package io.mysqlrelay.source.value;

import io.mysqlrelay.source.table.Column;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;

/** CHAR, VARCHAR and TEXT in utf8mb4, utf8mb3 and ascii. Trailing spaces of CHAR are in neither form. */
final class TextCodec implements ColumnCodec {
    private final String column;

    TextCodec(Column column) {
        this.column = column.name();
    }

    @Override
    public Schema schema() {
        return Schema.OPTIONAL_STRING_SCHEMA;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return Utf8.decode((byte[]) raw, column);
    }

    @Override
    public Object fromText(byte[] raw) {
        return Utf8.decode(raw, column);
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
