package io.mysqlrelay.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinlogPositionTest {
    @Test
    void filesAreOrderedByNumberBeyondSixDigits() {
        BinlogPosition last = new BinlogPosition("binlog.999999", 5000);
        BinlogPosition next = new BinlogPosition("binlog.1000000", 4);
        assertThat(last).isLessThan(next);
        assertThat(next).isGreaterThan(last);
        assertThat(new BinlogPosition("binlog.000009", 4)).isLessThan(new BinlogPosition("binlog.000010", 4));
    }

    @Test
    void offsetsAreOrderedAsNumbersWithinAFile() {
        assertThat(new BinlogPosition("b.000001", 999)).isLessThan(new BinlogPosition("b.000001", 1000));
        assertThat(new BinlogPosition("b.000001", 4_294_967_297L)).isGreaterThan(new BinlogPosition("b.000001", 4));
        assertThat(new BinlogPosition("b.000001", 4)).isEqualByComparingTo(new BinlogPosition("b.000001", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"binlog.000001:4", "mysql-bin.1000000:0", "a:b.c.000001:157", "b.000001:9999999999"})
    void textIsReadBack(String text) {
        assertThat(BinlogPosition.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ":",
                "binlog.000001",
                "binlog.000001:",
                "binlog:4",
                "binlog.:4",
                "binlog.x:4",
                "binlog.000001:-4",
                "binlog.000001:4 ",
                "binlog.000001:99999999999999999999",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:4"
            })
    void otherTextIsNoPosition(String text) {
        assertThat(BinlogPosition.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "binlog", "000001", "binlog."})
    void fileWithoutNumberComesFirst(String file) {
        assertThat(new BinlogPosition(file, 4).fileNumber()).isEqualTo(-1);
        assertThat(new BinlogPosition(file, 4)).isLessThan(new BinlogPosition("binlog.000001", 0));
    }
}
