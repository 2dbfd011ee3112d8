package io.mysqlrelay.source.value;

import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;

/** FLOAT and FLOAT(M,D), bit for bit. */
final class FloatCodec implements ColumnCodec {
    @Override
    public Schema schema() {
        return Schema.OPTIONAL_FLOAT32_SCHEMA;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return raw;
    }

    @Override
    public Object fromText(byte[] raw) {
        return (float) Double.parseDouble(AsciiNumber.string(raw));
    }

    /**
     * The column itself prints six digits. As a double it prints the shortest text that reads back as the same double.
     * Times one and not plus zero: that would turn -0 into 0.
     */
    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn + "*1e0";
    }
}
