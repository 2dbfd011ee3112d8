package io.mysqlrelay.sink.mysql.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.precheck.pair.TargetRights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between versions that no test can start, and those around them. */
class TargetVersionsTest {
    @ParameterizedTest
    @CsvSource({
        "5.7.44-log, false, SYSTEM_VARIABLES_ADMIN",
        "8.0.4, false, SYSTEM_VARIABLES_ADMIN",
        "8.0.11, true, SYSTEM_VARIABLES_ADMIN",
        "8.0.14, true, SESSION_VARIABLES_ADMIN",
        "8.4.3, true, SESSION_VARIABLES_ADMIN",
        "9.7.0, true, SESSION_VARIABLES_ADMIN",
        "10.11.6-MariaDB, false, SESSION_VARIABLES_ADMIN",
    })
    void ofTheTarget(String text, boolean taken, String privilege) {
        ServerVersion version = ServerVersion.parse(text);
        assertThat(TargetChecks.version(version).isEmpty()).isEqualTo(taken);
        assertThat(TargetRights.onVariables(version)).isEqualTo(privilege);
    }
}
