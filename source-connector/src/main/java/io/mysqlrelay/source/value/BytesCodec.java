package io.mysqlrelay.source.value;

import io.mysqlrelay.core.stream.StreamNames;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** Values that travel as the bytes that the server stores. */
final class BytesCodec implements ColumnCodec {
    private static final BytesCodec PLAIN = new BytesCodec(Schema.OPTIONAL_BYTES_SCHEMA, 0);
    private static final BytesCodec GEOMETRY = new BytesCodec(
            SchemaBuilder.bytes().name(StreamNames.GEOMETRY).optional().build(), 0);

    private final Schema schema;
    private final int length;

    private BytesCodec(Schema schema, int length) {
        this.schema = schema;
        this.length = length;
    }

    static BytesCodec plain() {
        return PLAIN;
    }

    /** @param length of a BINARY column; the binlog leaves its trailing zero bytes out. -1 for plain BINARY, which is BINARY(1) */
    static BytesCodec padded(int length) {
        return new BytesCodec(Schema.OPTIONAL_BYTES_SCHEMA, length < 0 ? 1 : length);
    }

    static BytesCodec geometry() {
        return GEOMETRY;
    }

    /** Text in a character set that Java lacks or decodes differently: gbk, big5, latin1's 0x81, and the like. */
    static BytesCodec text(String charset) {
        Schema schema = SchemaBuilder.bytes()
                .name(StreamNames.TEXT)
                .parameter(StreamNames.PARAM_CHARSET, charset)
                .optional()
                .build();
        return new BytesCodec(schema, 0);
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
        return raw.length < length ? Arrays.copyOf(raw, length) : raw;
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
