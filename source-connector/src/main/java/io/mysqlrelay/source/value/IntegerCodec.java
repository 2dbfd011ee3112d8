package io.mysqlrelay.source.value;

import java.io.Serializable;
import java.util.function.LongFunction;
import org.apache.kafka.connect.data.Schema;

/** Whole numbers that fit a long. The binlog does not say whether a column is unsigned, so the column has to. */
final class IntegerCodec implements ColumnCodec {
    private final Schema schema;
    private final long mask;
    private final LongFunction<Object> box;

    /** @param bits width of an unsigned column, whose sign bit is a digit; 64 for a signed one */
    private IntegerCodec(Schema schema, int bits, LongFunction<Object> box) {
        this.schema = schema;
        this.mask = -1L >>> (64 - bits);
        this.box = box;
    }

    static IntegerCodec int16(int bits) {
        return new IntegerCodec(Schema.OPTIONAL_INT16_SCHEMA, bits, v -> (short) v);
    }

    static IntegerCodec int32(int bits) {
        return new IntegerCodec(Schema.OPTIONAL_INT32_SCHEMA, bits, v -> (int) v);
    }

    static IntegerCodec int64(int bits) {
        return new IntegerCodec(Schema.OPTIONAL_INT64_SCHEMA, bits, v -> v);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return box.apply(((Number) raw).longValue() & mask);
    }

    @Override
    public Object fromText(byte[] raw) {
        return box.apply(AsciiNumber.parse(raw));
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
