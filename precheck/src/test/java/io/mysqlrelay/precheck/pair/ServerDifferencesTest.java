package io.mysqlrelay.precheck.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.precheck.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDifferencesTest {
    @ParameterizedTest
    @CsvSource({
        "5.7.44-log, 8.0.33, ",
        "8.0.33, 8.0.33, ",
        "8.0.33, 8.0.12, NOTE",
        "8.4.3, 8.0.45, ALERT",
        "9.7.0, 8.4.3, ALERT",
        "8.0.33, 9.7.0, ",
    })
    void aTargetThatIsOlderMayRefuseStatements(String source, String target, String severity) {
        assertThat(ServerDifferences.version(ServerVersion.parse(source), ServerVersion.parse(target)))
                .extracting(Finding::severity)
                .map(Enum::name)
                .containsExactly(severity == null ? new String[0] : new String[] {severity});
    }
}
