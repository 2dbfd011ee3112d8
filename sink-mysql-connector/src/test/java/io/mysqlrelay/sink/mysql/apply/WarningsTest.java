package io.mysqlrelay.sink.mysql.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarningsTest {
    @Test
    void onlyTheColumnOfAMessageIsKept() {
        assertThat(Warnings.columnOf("Data too long for column 'name' at row 1"))
                .isEqualTo(", column name");
        assertThat(Warnings.columnOf("Duplicate entry 'secret' for key 'u'")).isEmpty();
        assertThat(Warnings.columnOf(null)).isEmpty();
    }
}
