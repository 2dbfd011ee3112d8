package io.mysqlrelay.source.value;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.table.Column;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** JSON as the text that the server prints; from the binlog too, character for character. */
final class JsonCodec implements ColumnCodec {
    private static final Schema SCHEMA = SchemaBuilder.string()
            .name(StreamNames.DEBEZIUM_JSON)
            .version(1)
            .optional()
            .build();

    private final String column;

    JsonCodec(Column column) {
        this.column = column.name();
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        try {
            return BinaryJson.text((byte[]) raw);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new RelayException(
                    ErrorCode.VALUE_MALFORMED, "column " + column + " holds a JSON document that cannot be read", e);
        }
    }

    @Override
    public Object fromText(byte[] raw) {
        String text = Utf8.decode(raw, column);
        // 8.0.12 prints the line feeds in its base64 as they are, which no JSON parser takes, its own neither. All
        // other
        // control characters are escaped in every version.
        return text.indexOf('\n') < 0 ? text : text.replace("\n", "\\n");
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
