package io.mysqlrelay.testkit.adb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRowsTest {
    @Test
    void quotesAndParenthesesHideCommas() {
        ValueRows rows = read("('a,)''\\'(', -1.5e3 ,NULL), (x'00ff' , x'00',0x0A) tail");
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.value(0, 0)).isEqualTo("'a,)''\\'('");
        assertThat(rows.value(0, 1)).isEqualTo("-1.5e3 ");
        assertThat(rows.value(1, 1)).isEqualTo("x'00'");
        assertThat(rows.isPlain()).isTrue();
        assertThat(rows.end()).isEqualTo("VALUES('a,)''\\'(', -1.5e3 ,NULL), (x'00ff' , x'00',0x0A)".length());
    }

    @Test
    void expressionsAreFoundAndNotPlain() {
        ValueRows rows = read("(CONCAT('a', (1)), 2), (3, NOW())");
        assertThat(rows.width(0)).isEqualTo(2);
        assertThat(rows.value(0, 0)).isEqualTo("CONCAT('a', (1))");
        assertThat(rows.isPlain()).isFalse();
        assertThat(read("('a' 'b')").isPlain()).isFalse();
        assertThat(read("(DEFAULT)").isPlain()).isFalse();
    }

    @Test
    void rowsOfUnequalWidthAreNotPlain() {
        assertThat(read("(1),(1,2)").isPlain()).isFalse();
    }

    @Test
    void valuesAreReplaced() {
        assertThat(read("(1, 'x' ), (2,'y')").withNulls(List.of(new int[] {0, 1}, new int[] {1, 0})))
                .isEqualTo("VALUES(1, NULL), (NULL,'y')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(1", "('a)", "(1),", "1", "(1),2"})
    void otherTextHasNoRows(String text) {
        assertThat(read(text)).isNull();
    }

    private static ValueRows read(String text) {
        return ValueRows.read("VALUES" + text, "VALUES".length());
    }
}
