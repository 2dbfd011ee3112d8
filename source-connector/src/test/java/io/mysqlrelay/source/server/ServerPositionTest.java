package io.mysqlrelay.source.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.ServerVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerPositionTest {
    @ParameterizedTest
    @CsvSource({
        "5.7.44-log, SHOW MASTER STATUS",
        "8.0.45, SHOW MASTER STATUS",
        "8.1.0, SHOW MASTER STATUS",
        "8.2.0, SHOW BINARY LOG STATUS",
        "8.4.3, SHOW BINARY LOG STATUS",
        "9.7.0, SHOW BINARY LOG STATUS",
    })
    void theStatementOfEachVersion(String version, String statement) {
        assertThat(ServerPosition.show(ServerVersion.parse(version))).isEqualTo(statement);
    }
}
