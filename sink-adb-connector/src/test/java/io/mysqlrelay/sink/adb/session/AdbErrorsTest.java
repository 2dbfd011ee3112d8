package io.mysqlrelay.sink.adb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class AdbErrorsTest {
    private static ErrorKind kind(String text) {
        return AdbErrors.kind(new SQLException(text, "HY000", 1105));
    }

    @Test
    void aLockedClusterIsNotBadData() {
        assertThat(kind("not allowed in readonly mode")).isEqualTo(ErrorKind.BUSY);
        assertThat(kind("Resource busy")).isEqualTo(ErrorKind.BUSY);
        assertThat(kind("a backup or BUILD task is running")).isEqualTo(ErrorKind.BUSY);
    }

    @Test
    void knownCodesAndTextsDecide() {
        assertThat(kind("[17003, 2020051513063717201600100703453067067] table not exist => t"))
                .isEqualTo(ErrorKind.OTHER);
        assertThat(kind("[40039, 20230101] modify column type is not supported, col=id is primary key"))
                .isEqualTo(ErrorKind.OTHER);
        assertThat(AdbErrors.typeChange(
                        new SQLException("modify precision is not supported, col=id, type decimal, old=11, new=21")))
                .isTrue();
        assertThat(AdbErrors.typeChange(new SQLException("'id' is LONG type, Can't change column type to DECIMAL")))
                .isTrue();
        assertThat(kind("Column 'locked' cannot be null")).isEqualTo(ErrorKind.DATA);
        assertThat(kind("Incorrect integer value: 'backup' for column 'a'")).isEqualTo(ErrorKind.DATA);
        assertThat(kind("Unknown column 'locked'")).isEqualTo(ErrorKind.OTHER);
        assertThat(kind("column x can not be null")).isEqualTo(ErrorKind.DATA);
        assertThat(AdbErrors.kind(new SQLException("gone", "08S01", 0))).isEqualTo(ErrorKind.CONNECTION);
        assertThat(AdbErrors.kind(new SQLException("no", "28000", 1045))).isEqualTo(ErrorKind.LOGIN);
    }

    @Test
    void anUnknownErrorOfRowsIsTriedAgainButNotAKnownRefusal() {
        assertThat(AdbErrors.kindForRows(new SQLException("something went wrong", "HY000", 1105)))
                .isEqualTo(ErrorKind.BUSY);
        assertThat(AdbErrors.kindForRows(new SQLException("REPLACE is not supported", "HY000", 1105)))
                .isEqualTo(ErrorKind.OTHER);
        assertThat(AdbErrors.kindForRows(new SQLException("[17003, 1] table not exist => t", "HY000", 1105)))
                .isEqualTo(ErrorKind.OTHER);
    }

    @Test
    void aViewIsNotWaitedForBecauseOfANameInTheMessage() {
        assertThat(AdbErrors.kindForView(new SQLException("FUNCTION d.locked does not exist", "HY000", 1105)))
                .isEqualTo(ErrorKind.OTHER);
        assertThat(AdbErrors.kindForView(new SQLException("Resource busy", "HY000", 1105)))
                .isEqualTo(ErrorKind.BUSY);
    }

    @Test
    void messagesKeepTheTraceAndNotTheText() {
        assertThat(AdbErrors.numbers(new SQLException("[17003, 20200515] bad value 'secret'", "HY000", 1105)))
                .contains("17003", "20200515")
                .doesNotContain("secret");
        SQLException refused = new SQLException("bad value 'secret'", "HY000", 1105);
        assertThatThrownBy(() -> {
                    throw AdbErrors.translateRows(refused, "keeping");
                })
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
