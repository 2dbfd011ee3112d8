package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mysqlrelay.it.stage.RelayCommand;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.ServerComparison;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code relay run} and {@code relay status} as processes, as a user starts them. */
class RelayCommandIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static MySqlServer source;
    private static MySqlServer target;

    @TempDir
    private Path folder;

    @BeforeAll
    static void servers() {
        source = MySqlServer.started();
        target = MySqlServer.started();
        System.out.println("source and target: MySQL " + source.version());
    }

    @AfterAll
    static void stop() {
        source.close();
        target.close();
    }

    @Test
    void aFullMigrationCompletesAndSaysSo() throws Exception {
        source.execute(
                "CREATE DATABASE once",
                "CREATE TABLE once.t (id int PRIMARY KEY, v varchar(20))",
                "INSERT INTO once.t VALUES (1, 'a'), (2, NULL)");
        Path file = file("once", "source.migration.types=schema,full");
        RelayCommand run = start("run", file.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("completed    1 tables, 2 rows");
        assertThat(differences("once")).isEmpty();

        RelayCommand status = start("status", file.toString());
        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output()).containsPattern("phase +completed").containsPattern("rows loaded +2");
    }

    @Test
    void interruptedAndStartedAgainItGoesOn() throws Exception {
        source.execute(
                "CREATE DATABASE live",
                "CREATE TABLE live.t (id int AUTO_INCREMENT PRIMARY KEY, v varchar(20))",
                "INSERT INTO live.t (v) VALUES ('before')",
                "CREATE TABLE live.keyless (v int)",
                "INSERT INTO live.keyless VALUES (1), (1)");
        Path file = file("live");
        RelayCommand refused = start("run", file.toString());
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains("alert", "P16", "live.keyless", "precheck.ignore=P16");
        file("live", "source.precheck.ignore=P16:live.keyless");
        RelayCommand first = start("run", file.toString());
        source.execute("INSERT INTO live.t (v) VALUES ('during')");
        await().atMost(LIMIT).until(() -> count("live.t") == 2 && incremental("live"));
        first.interrupt();
        assertThat(first.output()).contains("stopped; the same command resumes");

        source.execute(
                "ALTER TABLE live.t ADD COLUMN n int NOT NULL DEFAULT 5",
                "DELETE FROM live.keyless LIMIT 1",
                "INSERT INTO live.t (v) VALUES ('while stopped')");
        RelayCommand second = start("run", file.toString());
        await().atMost(LIMIT).until(() -> count("live.t") == 3);
        RelayCommand status = start("status", file.toString());
        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output()).containsPattern("lag +[0-9.]+ s, by a checkpoint [0-9.]+ s old");
        second.interrupt();
        assertThat(differences("live")).isEmpty();
    }

    @Test
    void aWrongPasswordIsOneSentenceAndStartsNothing() throws Exception {
        source.execute("CREATE DATABASE wrong", "CREATE TABLE wrong.t (id int PRIMARY KEY)");
        Path file = file("wrong", "target.connection.password=not-this");
        RelayCommand run = start("run", file.toString());
        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.output())
                .contains("target.connection.password")
                .doesNotContain("\tat ")
                .doesNotContain("not-this");
        assertThat(count("information_schema.schemata WHERE schema_name = 'wrong'"))
                .isZero();
    }

    @Test
    void aSecondRelayOnTheSameFolderIsRefused() throws Exception {
        source.execute("CREATE DATABASE twice", "CREATE TABLE twice.t (id int PRIMARY KEY)");
        Path file = file("twice");
        RelayCommand first = start("run", file.toString());
        await().atMost(LIMIT).until(() -> count("information_schema.tables WHERE table_schema = 'twice'") == 1);
        RelayCommand second = start("run", file.toString());
        assertThat(second.exitCode()).as(second.output()).isEqualTo(2);
        assertThat(second.output()).contains("in use by another relay");
        first.interrupt();
    }

    private Path file(String database, String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "name=" + database,
                "data.folder=" + folder.resolve(database),
                "source.database.hostname=127.0.0.1",
                "source.database.port=" + source.port(),
                "source.database.user=relay",
                "source.database.password=${env:RELAY_IT_PASSWORD}",
                "source.database.include.list=" + database,
                "target.connection.url=jdbc:mysql://127.0.0.1:" + target.port() + "/",
                "target.connection.user=relay",
                "target.connection.password=${env:RELAY_IT_PASSWORD}"));
        lines.addAll(List.of(more));
        for (MySqlServer server : List.of(source, target)) {
            server.execute(
                    "CREATE USER IF NOT EXISTS relay@'%' IDENTIFIED BY 'se\"cret'", "GRANT ALL ON *.* TO relay@'%'");
        }
        return Files.write(folder.resolve(database + ".properties"), lines);
    }

    private RelayCommand start(String... arguments) throws IOException {
        return RelayCommand.start(folder, Map.of("RELAY_IT_PASSWORD", "se\"cret"), arguments);
    }

    private static long count(String from) throws SQLException {
        try (Connection session = target.connection();
                Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            if (e.getErrorCode() == 1146 || e.getErrorCode() == 1049) {
                return 0;
            }
            throw e;
        }
    }

    /** A statement on a table is only allowed behind the full load. */
    private static boolean incremental(String migration) throws SQLException {
        return count("mysql_relay.migration WHERE migration = '" + migration + ".changes' AND phase = 'incremental'")
                == 1;
    }

    private static List<String> differences(String database) throws SQLException {
        try (Connection left = source.connection();
                Connection right = target.connection()) {
            ComparisonResult result = ServerComparison.of(left, right)
                    .databases(List.of(database))
                    .run();
            return result.differences();
        }
    }
}
