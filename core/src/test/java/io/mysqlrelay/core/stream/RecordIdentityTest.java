package io.mysqlrelay.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdentityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "r1/0/0/-",
                "r1/9223372036854775807/12/binlog.000001:157",
                "r/1/2/3e11fa47-71ca-11e1-9e33-c80aa9429562:tag:9",
                "r/1/2/with/slash.000001:4"
            })
    void textIsReadBack(String text) {
        assertThat(RecordIdentity.decode(text).encode()).isEqualTo(text);
    }

    @Test
    void partsAreWhereTheyBelong() {
        assertThat(RecordIdentity.decode("run/3/4/b.000001:5"))
                .isEqualTo(new RecordIdentity("run", 3, 4, "b.000001:5"));
    }

    @Test
    void dashIsNoTransaction() {
        assertThat(RecordIdentity.decode("r/0/0/-").inTransaction()).isFalse();
        assertThat(RecordIdentity.decode("r/0/0/b.000001:4").inTransaction()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "///",
                "r",
                "r/1",
                "r/1/2",
                "r/1/2/",
                "/1/2/-",
                "r//2/-",
                "r/1//-",
                "r/x/2/-",
                "r/1/x/-",
                "r/-1/2/-",
                "r/1/-2/-",
                "r/99999999999999999999/2/-"
            })
    void aForeignRecordIsRefused(String text) {
        assertThatThrownBy(() -> RecordIdentity.decode(text))
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOREIGN_RECORD));
    }
}
