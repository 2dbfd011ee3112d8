package io.mysqlrelay.source.value;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.table.Column;
import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * JSON as the text that the server prints, from the binlog too, except for doubles that the server would not read back
 * from its own print.
 */
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
            return JsonNumbers.exact(BinaryJson.text((byte[]) raw));
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
        return JsonNumbers.exact(text.indexOf('\n') < 0 ? text : text.replace("\n", "\\n"));
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
