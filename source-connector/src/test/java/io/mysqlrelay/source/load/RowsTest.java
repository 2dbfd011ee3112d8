package io.mysqlrelay.source.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodecs;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void namesTheColumnsThatHaveNoValues() {
        TableShape shape = new TableShape(
                new TableName("shop", "t"),
                List.of(
                        new Column("id", "INT", -1, 0, false, null, List.of(), false),
                        new Column("g", "INT", -1, 0, false, null, List.of(), true)),
                false);
        assertThat(new Rows(shape, ColumnCodecs.of(shape), List.of(), false).absent())
                .containsExactly("g");
        assertThat(new Rows(shape, ColumnCodecs.of(shape), List.of(), true).absent())
                .isEmpty();
    }
}
