package io.mysqlrelay.testkit.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MySqlServerIT {
    @Test
    void committedRowsSurviveAKillAndTheIdentityStays() throws SQLException {
        try (MySqlServer server = MySqlServer.started()) {
            server.execute("CREATE DATABASE d", "CREATE TABLE d.t (a INT PRIMARY KEY)", "INSERT INTO d.t VALUES (7)");
            String uuid = value(server, "SELECT @@server_uuid");

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.start();

            assertThat(value(server, "SELECT a FROM d.t")).isEqualTo("7");
            assertThat(value(server, "SELECT @@server_uuid")).isEqualTo(uuid);
            assertThat(value(server, "SELECT VERSION()")).startsWith(server.version());
        }
    }

    @Test
    void twoServersHaveDifferentIdentities() throws SQLException {
        try (MySqlServer one = MySqlServer.started();
                MySqlServer two = MySqlServer.started()) {
            assertThat(value(one, "SELECT @@server_uuid")).isNotEqualTo(value(two, "SELECT @@server_uuid"));
            assertThat(value(one, "SELECT @@server_id")).isNotEqualTo(value(two, "SELECT @@server_id"));
        }
    }

    @Test
    void optionsOverrideTheDefaults() throws SQLException {
        try (MySqlServer server = MySqlServer.builder()
                .withoutGtid()
                .option("log-bin", "other")
                .option("server_id", "5")
                .start()) {
            assertThat(value(server, "SELECT @@gtid_mode")).isEqualTo("OFF");
            assertThat(value(server, "SELECT @@server_id")).isEqualTo("5");
            assertThat(value(server, "SHOW BINARY LOGS")).isEqualTo("other.000001");
        }
        try (MySqlServer server = MySqlServer.builder().withoutBinlog().start()) {
            assertThat(value(server, "SELECT @@log_bin")).isEqualTo("0");
        }
    }

    @Test
    void aPausedServerAnswersAfterResume() throws Exception {
        try (MySqlServer server = MySqlServer.started();
                Connection connection = server.connection()) {
            server.pause();
            Thread resume = new Thread(() -> {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                server.resume();
            });
            long start = System.nanoTime();
            resume.start();
            assertThat(connection.isValid(30)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
            resume.join();
        }
    }

    @Test
    void closeDeletesTheData() {
        MySqlServer server = MySqlServer.started();
        assertThat(server.data()).isDirectory();
        server.close();
        assertThat(Files.exists(server.data().getParent())).isFalse();
        assertThat(ProcessHandle.of(server.pid())).isEmpty();
    }

    @Test
    void aServerThatCannotStartSaysWhy() {
        assertThatThrownBy(() ->
                        MySqlServer.builder().option("no-such-option", "1").start())
                .hasMessageContaining("RELAY-5002")
                .hasMessageContaining("no-such-option");
    }

    private static String value(MySqlServer server, String sql) throws SQLException {
        try (Connection connection = server.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
