package io.mysqlrelay.core.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePositionTest {
    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@binlog.000001:157",
                "gtids=@binlog.000001:157",
                "gtids=" + A + ":1-5:7@binlog.000001:157",
                "gtids=" + A + ":1," + A + ":tag:2@we@ird.1000000:4"
            })
    void textIsReadBack(String text) {
        SourcePosition position = SourcePosition.decode(text);
        assertThat(position.encode()).isEqualTo(text);
        assertThat(SourcePosition.decode(position.encode())).isEqualTo(position);
    }

    @Test
    void anEmptyGtidSetIsNotTheSameAsNone() {
        assertThat(SourcePosition.decode("gtids=@b.000001:4").gtids()).isEqualTo(new GtidSet());
        assertThat(SourcePosition.decode("@b.000001:4").gtids()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "x",
                "binlog.000001:4",
                "set=@binlog.000001:4",
                "gtids=",
                "gtids=x@binlog.000001:4",
                "gtids=@x"
            })
    void otherTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SourcePosition.decode(text));
    }

    @Test
    void includesWhatItsGtidsInclude() {
        SourcePosition position = SourcePosition.decode("gtids=" + A + ":1-5@binlog.000003:157");
        assertThat(position.includes(A + ":5")).isTrue();
        assertThat(position.includes(A + ":6")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> position.includes("binlog.000001:4"));
        assertThatIllegalArgumentException().isThrownBy(() -> position.includes("-"));
    }

    @Test
    void includesWhatBeganBeforeItsCoordinate() {
        SourcePosition position = SourcePosition.decode("@binlog.1000000:157");
        assertThat(position.includes("binlog.999999:9000")).isTrue();
        assertThat(position.includes("binlog.1000000:156")).isTrue();
        assertThat(position.includes("binlog.1000000:157")).isFalse();
        assertThat(position.includes("binlog.1000001:4")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> position.includes(A + ":5"));
        assertThatIllegalArgumentException().isThrownBy(() -> position.includes("-"));
    }
}
