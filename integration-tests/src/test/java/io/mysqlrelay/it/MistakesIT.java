package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Accounts;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.connect.ConnectRestException;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.mysql.MySqlServerBuilder;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is not ready: one message that says what to do, and nothing half-started. */
@ExtendWith(SharedStacks.class)
class MistakesIT {
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.newer());
        stack.source()
                .execute("CREATE DATABASE IF NOT EXISTS mistakes", "CREATE TABLE mistakes.t (id INT PRIMARY KEY)");
    }

    @ParameterizedTest
    @CsvSource({
        "skip-log-bin, '', log_bin",
        "binlog-format, STATEMENT, binlog_format",
        "binlog-format, MIXED, binlog_format",
        "binlog-row-image, MINIMAL, binlog_row_image",
    })
    void aSourceThatDoesNotLogWholeRowsIsRefused(String option, String value, String named) {
        MySqlServerBuilder builder = Stack.server(Versions.newer()).option(option, value);
        if (option.equals("skip-log-bin")) {
            builder.option("gtid-mode", "OFF").option("enforce-gtid-consistency", "OFF");
        }
        try (MySqlServer source = builder.start()) {
            Accounts.createOnSource(source);
            source.execute("CREATE DATABASE mistakes", "CREATE TABLE mistakes.t (id INT PRIMARY KEY)");
            String words = refusalOfSource("database.port", Integer.toString(source.port()));
            assertThat(words).containsIgnoringCase(named).contains("Fix: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT, REPLICATION SLAVE",
        "'SELECT, REPLICATION CLIENT', REPLICATION SLAVE",
        "'SELECT, REPLICATION SLAVE', REPLICATION CLIENT",
        "'REPLICATION SLAVE, REPLICATION CLIENT', SELECT",
    })
    void aMissingPrivilegeOnTheSourceIsNamed(String granted, String missing) {
        String user = "poor" + Integer.toHexString(granted.hashCode());
        stack.source().execute("CREATE USER " + user + " IDENTIFIED BY 'p'", "GRANT " + granted + " ON *.* TO " + user);
        try (Migration migration = stack.migration("mistakes")
                .source("database.include.list", "mistakes")
                .source("database.user", user)) {
            String words =
                    refusal(migration.sourceName(), Migration.with(migration.sourceConfig(), "database.password", "p"));
            assertThat(words).contains(missing).containsPattern("Fix: .*GRANT");
        }
    }

    @Test
    void aMissingPrivilegeOnTheTargetIsNamed() {
        stack.target().execute("CREATE USER poor IDENTIFIED BY 'p'", "GRANT SELECT ON *.* TO poor");
        Map<String, String> config =
                Migration.with(stack.migration("mistakes").sinkConfig(), "connection.user", "poor");
        String words = refusal("mistakes-sink", Migration.with(config, "connection.password", "p"));
        assertThat(words).contains("RELAY-").contains("GRANT");
    }

    @Test
    void aReadOnlyTargetIsRefused() {
        try (MySqlServer target = Stack.server(Versions.newer()).start()) {
            Accounts.createOnTarget(target);
            target.execute("SET GLOBAL super_read_only = ON");
            String words = refusal(
                    "mistakes-sink",
                    Migration.with(
                            stack.migration("mistakes").sinkConfig(),
                            "connection.url",
                            "jdbc:mysql://127.0.0.1:" + target.port() + "/"));
            assertThat(words).contains("RELAY-4004").contains("read_only");
            assertThat(Sql.databases(target, "mysql_relay")).isEmpty();
        }
    }

    private static String refusalOfSource(String key, String value) {
        return refusal(
                "mistakes-source", Migration.with(stack.migration("mistakes").sourceConfig(), key, value));
    }

    /** The worker's answer to the creation of a connector that must not come to be. */
    private static String refusal(String name, Map<String, String> config) {
        try {
            stack.rest().create(name, config);
        } catch (ConnectRestException refused) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("1 error(s)").doesNotContain("\\tat ");
            assertThat(stack.rest().connectors()).doesNotContain(name);
            return refused.body();
        }
        stack.rest().delete(name);
        throw new AssertionError("the worker created " + name);
    }
}
