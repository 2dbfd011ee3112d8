package io.mysqlrelay.sink.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowChangeBytesTest {
    private static final RowShape WIDE = new RowShape(
            new TableName("d", "tä"),
            List.of(
                    new ColumnShape("l", ValueType.INTEGER, null, List.of()),
                    new ColumnShape("s", ValueType.STRING, null, List.of()),
                    new ColumnShape("b", ValueType.ENCODED_TEXT, "latin1", List.of()),
                    new ColumnShape("n", ValueType.DECIMAL, null, List.of()),
                    new ColumnShape("d", ValueType.DOUBLE, null, List.of()),
                    new ColumnShape("f", ValueType.FLOAT, null, List.of()),
                    new ColumnShape("e", ValueType.ENUM, null, List.of("a", "", "ü"))));
    private static final RowShape NARROW =
            new RowShape(new TableName("d", "n"), List.of(new ColumnShape("l", ValueType.INTEGER, null, List.of())));

    private final RowChangeBytes codec = new RowChangeBytes();

    @Test
    void everyKindOfValueComesBack() {
        Object[] row = {
            Long.MIN_VALUE,
            "x".repeat(100_000) + "😀",
            new byte[] {0, -1},
            new BigDecimal("-1.50"),
            -0.0,
            Float.MIN_VALUE,
            2L
        };
        Object[] nulls = new Object[7];
        List<RowChange> read = codec.read(RowChangeBytes.write(List.of(
                new RowChange(WIDE, Op.UPDATE, row, nulls, true, 7),
                new RowChange(NARROW, Op.DELETE, new Object[] {1L}, null, false, 1),
                new RowChange(WIDE, Op.INSERT, null, row, false, 3))));
        assertThat(read).hasSize(3);
        assertThat(read.get(0))
                .usingRecursiveComparison()
                .isEqualTo(new RowChange(WIDE, Op.UPDATE, row, nulls, true, 7));
        assertThat(read.get(1).after()).isNull();
        assertThat(read.get(1).shape().columns()).isEqualTo(NARROW.columns());
        assertThat(read.get(2).shape()).isSameAs(read.get(0).shape());
        assertThat(read.get(2).after()).isEqualTo(row);
    }

    @Test
    void equalShapesOfDifferentReadsAreOneInstance() {
        byte[] bytes =
                RowChangeBytes.write(List.of(new RowChange(NARROW, Op.INSERT, null, new Object[] {1L}, false, 1)));
        RowShape first = codec.read(bytes).get(0).shape();
        assertThat(codec.read(bytes).get(0).shape()).isSameAs(first);
        codec.clear();
        assertThat(codec.read(bytes).get(0).shape()).isNotSameAs(first);
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(() -> codec.read(new byte[] {9})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.read(new byte[] {1, 0})).isInstanceOf(IllegalArgumentException.class);
    }
}
