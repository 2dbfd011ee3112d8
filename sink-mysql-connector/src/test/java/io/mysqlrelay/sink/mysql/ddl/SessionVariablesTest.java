package io.mysqlrelay.sink.mysql.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionVariablesTest {
    @Test
    void onlyWhatDiffersIsSet() {
        assertThat(SessionVariables.set("foreign_key_checks", "1", "ON")).isEmpty();
        assertThat(SessionVariables.set("foreign_key_checks", "0", "ON"))
                .contains("SET SESSION foreign_key_checks = 0");
        assertThat(SessionVariables.set("time_zone", "Europe/Berlin", "SYSTEM"))
                .contains("SET SESSION time_zone = 'Europe/Berlin'");
        assertThat(SessionVariables.set("timestamp", "1.000005", "DEFAULT"))
                .contains("SET SESSION timestamp = 1.000005");
    }

    @Test
    void modesThatTheTargetNoLongerKnowsAreLeftOut() {
        assertThat(SessionVariables.set("sql_mode", "ANSI_QUOTES,NO_AUTO_CREATE_USER", ""))
                .contains("SET SESSION sql_mode = 'ANSI_QUOTES'");
        assertThat(SessionVariables.set("sql_mode", "268435460", "")).contains("SET SESSION sql_mode = 4");
        assertThat(SessionVariables.set("sql_mode", "", "ANSI")).contains("SET SESSION sql_mode = ''");
    }

    @Test
    void valuesThatCouldBeStatementsAndUnknownNamesAreRefused() {
        assertThatThrownBy(() -> SessionVariables.set("time_zone", "x', @@global.read_only = 'ON", ""))
                .isInstanceOf(RelayException.class);
        assertThatThrownBy(() -> SessionVariables.check(Map.of("sql_log_bin", "0")))
                .isInstanceOf(RelayException.class);
        SessionVariables.check(Map.of("collation_database", "utf8mb4_bin"));
    }

    @Test
    void theSourcesSystemZoneIsNotTheTargets() {
        Map<String, String> session = Map.of("time_zone", "SYSTEM", "system_time_zone", "+08:00");
        SessionVariables.check(session);
        assertThat(SessionVariables.inSourcesZone(session)).containsEntry("time_zone", "+08:00");
        Map<String, String> own = Map.of("time_zone", "+01:00", "system_time_zone", "+08:00");
        assertThat(SessionVariables.inSourcesZone(own)).isEqualTo(own);
        Map<String, String> untold = Map.of("time_zone", "SYSTEM");
        assertThat(SessionVariables.inSourcesZone(untold)).isEqualTo(untold);
    }

    @Test
    void strictModeIsReadFromBitsAndFromNames() {
        assertThat(SessionVariables.strict(Map.of("sql_mode", "0"))).isFalse();
        assertThat(SessionVariables.strict(Map.of("sql_mode", "1436549152"))).isTrue();
        assertThat(SessionVariables.strict(Map.of("sql_mode", "4194304"))).isTrue();
        assertThat(SessionVariables.strict(Map.of("sql_mode", "ANSI_QUOTES,NO_ZERO_DATE")))
                .isFalse();
        assertThat(SessionVariables.strict(Map.of("sql_mode", "STRICT_TRANS_TABLES")))
                .isTrue();
        assertThat(SessionVariables.strict(Map.of())).isTrue();
    }
}
