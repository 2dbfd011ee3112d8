package io.mysqlrelay.source.value;

import io.mysqlrelay.source.table.Column;
import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;

/** DECIMAL(p,s), always with exactly s digits behind the point. */
final class DecimalCodec implements ColumnCodec {
    private final Schema schema;
    private final int scale;

    DecimalCodec(Column column) {
        this.scale = column.scale();
        this.schema = Decimal.builder(scale).optional().build();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Object fromBinlog(Serializable raw) {
        return scaled((BigDecimal) raw);
    }

    @Override
    public Object fromText(byte[] raw) {
        return scaled(new BigDecimal(AsciiNumber.string(raw)));
    }

    /** Never rounds: a value with more digits than the column has would mean a wrong table model. */
    private BigDecimal scaled(BigDecimal value) {
        return value.scale() == scale ? value : value.setScale(scale);
    }

    @Override
    public String selectExpression(String quotedColumn) {
        return quotedColumn;
    }
}
