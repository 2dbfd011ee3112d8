package io.mysqlrelay.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableNameTest {
    @Test
    void everyCharacterIsSafeInsideQuotes() {
        assertThat(new TableName("d", "t").quoted()).isEqualTo("`d`.`t`");
        assertThat(new TableName("a`b", "`; DROP TABLE `x").quoted()).isEqualTo("`a``b`.```; DROP TABLE ``x`");
        assertThat(new TableName("a.b", "c d\"'\\😀").quoted()).isEqualTo("`a.b`.`c d\"'\\😀`");
    }

    @Test
    void orderIsByDatabaseThenTable() {
        assertThat(Stream.of(new TableName("b", "a"), new TableName("a", "b"), new TableName("a", "a"))
                        .sorted()
                        .map(TableName::toString))
                .containsExactly("a.a", "a.b", "b.a");
    }
}
