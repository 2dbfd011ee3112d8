package io.mysqlrelay.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtidTest {
    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    @Test
    void readsPlainAndTagged() {
        assertThat(Gtid.parse(A + ":23")).contains(new Gtid(A, 23));
        assertThat(Gtid.parse("3E11FA47-71CA-11E1-9E33-C80AA9429562:Tag:23")).contains(new Gtid(A + ":tag", 23));
        assertThat(Gtid.parse(A + ":_a1:" + Long.MAX_VALUE)).contains(new Gtid(A + ":_a1", Long.MAX_VALUE));
        assertThat(Gtid.parse(A + ":abcdefghijklmnopqrstuvwxyz012345:1")).isPresent();
        assertThat(Gtid.parse(A + ":23").orElseThrow()).hasToString(A + ":23");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "binlog.000001:4",
                A,
                A + ":",
                A + ":0",
                A + ":1-2",
                A + ":-1",
                A + ":tag",
                A + ":9999999999999999999",
                A + ":1tag:1",
                A + "::1",
                A + ":a:b:1",
                A + ":a-b:1",
                A + ":abcdefghijklmnopqrstuvwxyz0123456:1",
                A + "x:1",
                A + ":01",
                A + ":\u0661",
                A + ": 1",
                "3e11fa47x71ca-11e1-9e33-c80aa9429562:1",
                "3e11fa47-71ca-11e1-9e33-c80aa942956g:1",
                "ANONYMOUS"
            })
    void otherTextIsNoGtid(String text) {
        assertThat(Gtid.parse(text)).isEmpty();
    }
}
