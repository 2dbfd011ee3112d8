package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.connector.mysql.Module;
import org.junit.jupiter.api.Test;

class AssemblyVersionTest {
    @Test
    void theAssemblyIsTheOneOfThisDebeziumVersion() {
        assertThat(Module.version())
                .as("read MySqlConnectorTask.start, BinlogStreamingChangeEventSource (constructor, onEvent) and"
                        + " BaseSourceTask of the new version next to MySqlRelaySourceTask and BinlogReader, then change"
                        + " this number")
                .isEqualTo("3.6.1.Final");
    }
}
