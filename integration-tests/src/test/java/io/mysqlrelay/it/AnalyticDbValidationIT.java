package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.ReadyFiles;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.adb.AdbStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same for the AnalyticDB sink: what is wrong is said on the setting that is to be changed. */
@ExtendWith(SharedStacks.class)
class AnalyticDbValidationIT {
    private static Stack stack;
    private static AdbStandIn adb;
    private static Migration migration;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.newer());
        adb = AdbStandIn.start(stack.target());
        migration = stack.migration("valid_adb").toAnalyticDb(adb);
    }

    @AfterAll
    static void stop() {
        adb.close();
    }

    @Test
    void theReadyToCopySettingsAreValid() {
        assertThat(stack.rest().validationErrors(migration.sourceConfig())).isEmpty();
        assertThat(stack.rest().validationErrors(migration.sinkConfig())).isEmpty();
    }

    @Test
    void theExampleOfChoicesForTablesIsValid() {
        Map<String, String> config = new HashMap<>(ReadyFiles.config("sink-adb-tables.json"));
        config.putAll(migration.sinkConfig());
        assertThat(config).containsKey("adb.tables.orders.distribution.key");
        assertThat(stack.rest().validationErrors(config)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "topics, 'a.changes,b.changes', topics",
        "connection.url, , connection.url",
        "connection.url, jdbc:mysql://127.0.0.1:1/, connection.url",
        "connection.password, wrong, connection.password",
        "adb.keyless.mode, maybe, adb.keyless.mode",
        "adb.zero.date.substitute, 0000-00-00, adb.zero.date.substitute",
        "adb.write.bytes, 16777216, adb.write.bytes",
        "adb.tables, orders, adb.tables",
        "ddl.type.change.mode, maybe, ddl.type.change.mode",
        "retry.other.minutes, 1000, retry.other.minutes",
        "tasks.max, 2, tasks.max",
    })
    void aWrongSettingIsNamed(String key, String value, String setting) {
        List<String> errors = stack.rest().validationErrors(Migration.with(migration.sinkConfig(), key, value));
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).startsWith(setting + ": ").doesNotContain("\tat ", "Exception:", "wrong'", "null");
    }
}
