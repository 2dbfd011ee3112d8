package io.mysqlrelay.source.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTypeTextTest {
    @Test
    void membersAreUnescaped() {
        assertThat(ColumnTypeText.parse("enum('a','b''c','','x\\\\y','l\\nm',',)')")
                        .members())
                .containsExactly("a", "b'c", "", "x\\y", "l\nm", ",)");
        assertThat(ColumnTypeText.parse("set('unsigned')"))
                .isEqualTo(new ColumnTypeText(-1, 0, false, List.of("unsigned")));
    }

    @Test
    void numbersAndSignAreRead() {
        assertThat(ColumnTypeText.parse("decimal(10,2) unsigned"))
                .isEqualTo(new ColumnTypeText(10, 2, true, List.of()));
        assertThat(ColumnTypeText.parse("int(3) unsigned zerofill"))
                .isEqualTo(new ColumnTypeText(3, 0, true, List.of()));
        assertThat(ColumnTypeText.parse("bigint")).isEqualTo(new ColumnTypeText(-1, 0, false, List.of()));
        assertThat(ColumnTypeText.parse("bit(64)").length()).isEqualTo(64);
    }
}
