package io.mysqlrelay.source.value;

import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;

/** DOUBLE and DOUBLE(M,D), bit for bit. */
final class DoubleCodec implements ColumnCodec {
    @Override
    public Schema schema() {
        return Schema.OPTIONAL_FLOAT64_SCHEMA;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return raw;
    }

    @Override
    public Object fromText(byte[] raw) {
        return Double.parseDouble(AsciiNumber.string(raw));
    }

    /** DOUBLE(M,D) itself prints D decimals only; times one keeps every bit, -0 included. */
    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn + "*1e0";
    }
}
