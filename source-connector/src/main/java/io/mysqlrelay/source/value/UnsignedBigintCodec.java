package io.mysqlrelay.source.value;

import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;

/** BIGINT UNSIGNED, whose upper half no Connect integer holds. */
final class UnsignedBigintCodec implements ColumnCodec {
    private static final Schema SCHEMA = Decimal.builder(0).optional().build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        long bits = (Long) raw;
        return bits >= 0 ? BigDecimal.valueOf(bits) : new BigDecimal(Long.toUnsignedString(bits));
    }

    @Override
    public Object fromText(byte[] raw) {
        return new BigDecimal(AsciiNumber.string(raw));
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
