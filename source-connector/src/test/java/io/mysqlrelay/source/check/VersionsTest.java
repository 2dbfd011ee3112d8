package io.mysqlrelay.source.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.precheck.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between versions that no test can start, and those around them. */
class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "5.6.51-log, ERROR",
        "5.7.0, ",
        "5.7.44-log, ",
        "8.0.33, ",
        "8.4.3, ",
        "9.7.0, ",
        "10.0.1, ALERT",
        "10.11.6-MariaDB, ERROR",
        "5.5.5-10.4.34-MariaDB-log, ERROR",
    })
    void versionsOfTheSource(String version, String severity) {
        assertThat(SourceChecks.version(ServerVersion.parse(version)))
                .extracting(Finding::severity)
                .map(Enum::name)
                .containsExactly(severity == null ? new String[0] : new String[] {severity});
    }

    @ParameterizedTest
    @CsvSource({
        "5.7.44, SHOW SLAVE HOSTS, SHOW SLAVE STATUS, SELECT",
        "8.0.19, SHOW SLAVE HOSTS, SHOW SLAVE STATUS, SELECT",
        "8.0.21, SHOW SLAVE HOSTS, SHOW SLAVE STATUS, SHOW_ROUTINE",
        "8.0.22, SHOW REPLICAS, SHOW REPLICA STATUS, SHOW_ROUTINE",
        "8.4.3, SHOW REPLICAS, SHOW REPLICA STATUS, SHOW_ROUTINE",
        "9.7.0, SHOW REPLICAS, SHOW REPLICA STATUS, SHOW_ROUTINE",
    })
    void statements(String text, String replicas, String status, String routines) {
        ServerVersion version = ServerVersion.parse(text);
        assertThat(ReplicationChecks.replicas(version)).isEqualTo(replicas);
        assertThat(ReplicationChecks.replicaStatus(version)).isEqualTo(status);
        assertThat(ObjectPrivileges.onRoutines(version)).isEqualTo(routines);
    }
}
