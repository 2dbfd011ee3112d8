package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFaultIT {
    private static final int NO_SUCH_THREAD = 1094;

    @TempDir
    static Path folder;

    private static KafkaBroker kafka;
    private static MySqlServer mysql;
    private static int migrations;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder);
        mysql = MySqlServer.started();
    }

    @AfterAll
    static void stop() {
        mysql.close();
        kafka.close();
    }

    private static Map<String, String> migration(MySqlServer server, String database, String... more) {
        Map<String, String> settings = Settings.with(more);
        settings.put("topic.prefix", "f" + ++migrations);
        settings.put("database.hostname", server.host());
        settings.put("database.port", String.valueOf(server.port()));
        settings.put("database.user", "root");
        settings.put("database.password", "");
        settings.put("database.include.list", database);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("poll.interval.ms", "10");
        settings.put("retriable.restart.connector.wait.ms", "100");
        return settings;
    }

    @Test
    void aKilledConnectionIsANewRun() throws Exception {
        mysql.execute("CREATE DATABASE killed", "CREATE TABLE killed.t (id INT PRIMARY KEY)");
        try (TaskRun run = new TaskRun(migration(mysql, "killed"), null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            mysql.execute("INSERT INTO killed.t VALUES (1)");
            run.until(r -> Seen.line(r).equals("c t null -> [1]"));
            killReaders();
            mysql.execute("INSERT INTO killed.t VALUES (2)");
            List<SourceRecord> records = run.until(r -> Seen.line(r).equals("c t null -> [2]"));
            assertThat(Seen.lines(records).stream().filter("RUN"::equals)).hasSize(2);
        }
    }

    /** All of them: a reader of an earlier test may still be listed. Returns when none can send any more. */
    private static void killReaders() throws SQLException, InterruptedException {
        try (Connection connection = mysql.connection();
                Statement statement = connection.createStatement()) {
            List<Long> readers = readers(statement);
            assertThat(readers).isNotEmpty();
            for (long reader : readers) {
                statement.execute("KILL " + reader);
            }
            for (int i = 0; i < 100 && readers(statement).stream().anyMatch(readers::contains); i++) {
                Thread.sleep(50);
            }
        }
    }

    private static List<Long> readers(Statement statement) throws SQLException {
        List<Long> readers = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT ID FROM information_schema.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%'")) {
            while (row.next()) {
                readers.add(row.getLong(1));
            }
        }
        return readers;
    }

    @Test
    void aRestartedSourceIsReadOnBehindItsRotation() throws Exception {
        try (MySqlServer own = MySqlServer.started()) {
            own.execute("CREATE DATABASE restarted", "CREATE TABLE restarted.t (id INT PRIMARY KEY)");
            try (TaskRun run = new TaskRun(migration(own, "restarted"), null)) {
                run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
                own.restart();
                own.execute(
                        "INSERT INTO restarted.t VALUES (1)",
                        "FLUSH BINARY LOGS",
                        "INSERT INTO restarted.t VALUES (2)");
                run.until(r -> Seen.line(r).equals("c t null -> [2]"));
            }
        }
    }

    @Test
    void aSourceThatHasExecutedNothingYetCanBeRead() throws Exception {
        try (MySqlServer own = MySqlServer.started()) {
            own.execute("RESET MASTER");
            try (TaskRun run = new TaskRun(migration(own, "fresh"), null)) {
                run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
                own.execute(
                        "CREATE DATABASE fresh",
                        "CREATE TABLE fresh.t (id INT PRIMARY KEY)",
                        "INSERT INTO fresh.t VALUES (1)");
                run.until(r -> Seen.line(r).equals("c t null -> [1]"));
            }
        }
    }

    @Test
    void removedBinlogIsReportedAndNeverSkipped() throws Exception {
        try (MySqlServer own = MySqlServer.started()) {
            own.execute("CREATE DATABASE purged", "CREATE TABLE purged.t (id INT PRIMARY KEY)");
            Map<String, String> settings = migration(own, "purged");
            Map<String, ?> offset;
            try (TaskRun run = new TaskRun(settings, null)) {
                List<SourceRecord> records = run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
                offset = records.get(records.size() - 1).sourceOffset();
            }
            own.execute("INSERT INTO purged.t VALUES (1)", "FLUSH BINARY LOGS");
            try (Connection connection = own.connection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW MASTER STATUS")) {
                row.next();
                own.execute("PURGE BINARY LOGS TO '" + row.getString(1) + "'");
            }
            try (TaskRun run = new TaskRun(settings, offset)) {
                assertThatThrownBy(() -> run.until(r -> false)).hasMessageStartingWith("RELAY-2210");
            }
        }
    }

    @Test
    void anIncrementalMigrationBeginsWhereItIsTold() throws Exception {
        mysql.execute(
                "CREATE DATABASE told", "CREATE TABLE told.t (id INT PRIMARY KEY)", "INSERT INTO told.t VALUES (1)");
        String gtids = gtids();
        mysql.execute("INSERT INTO told.t VALUES (2)", "CREATE TABLE mysql.not_captured (id INT)");
        Map<String, String> settings =
                migration(mysql, "told", "migration.types", "incremental", "start.gtid.set", gtids);
        try (TaskRun run = new TaskRun(settings, null)) {
            List<SourceRecord> records = run.until(r -> Seen.line(r).equals("c t null -> [2]"));
            assertThat(Seen.lines(records)).noneMatch(line -> line.contains("[1]"));
        }
        mysql.execute("ALTER TABLE told.t ADD v INT");
        Map<String, String> behind =
                migration(mysql, "told", "migration.types", "incremental", "start.gtid.set", gtids);
        try (TaskRun run = new TaskRun(behind, null)) {
            assertThatThrownBy(() -> run.until(r -> false))
                    .hasMessageStartingWith("RELAY-2209")
                    .hasMessageContaining("ALTER TABLE `told`.`t`");
        }
    }

    private static String gtids() throws Exception {
        try (Connection connection = mysql.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@GLOBAL.gtid_executed")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aSchemaOnlyMigrationEndsWithCompleted() throws Exception {
        mysql.execute("CREATE DATABASE only", "CREATE TABLE only.t (id INT PRIMARY KEY)");
        Map<String, String> settings = migration(mysql, "only", "migration.types", "schema");
        Map<String, ?> offset;
        try (TaskRun run = new TaskRun(settings, null)) {
            List<SourceRecord> records = run.until(r -> Seen.marker(r, "COMPLETED"));
            assertThat(Seen.lines(records))
                    .containsSubsequence("RUN", "BEGIN", "SCHEMA_BEGIN", "SCHEMA_END", "COMPLETED");
            offset = records.get(records.size() - 1).sourceOffset();
        }
        try (TaskRun run = new TaskRun(settings, offset)) {
            assertThat(Seen.lines(run.until(r -> Seen.marker(r, "COMPLETED")))).containsExactly("RUN", "COMPLETED");
        }
    }

    @Test
    void aStartWaitsForPreparedXaTransactionsAndRefusesThoseThatDoNotEnd() throws Exception {
        mysql.execute("CREATE DATABASE xa", "CREATE TABLE xa.t (id INT PRIMARY KEY)");
        try (Connection connection = mysql.connection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of("XA START 'x'", "INSERT INTO xa.t VALUES (1)", "XA END 'x'", "XA PREPARE 'x'")) {
                statement.execute(sql);
            }
            try (TaskRun run = new TaskRun(migration(mysql, "xa"), null)) {
                assertThatThrownBy(() -> run.until(r -> false)).hasMessageStartingWith("RELAY-2206");
            }
            try (TaskRun run = new TaskRun(migration(mysql, "xa"), null)) {
                run.during(Duration.ofSeconds(1));
                statement.execute("XA COMMIT 'x'");
                List<SourceRecord> records = run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
                assertThat(Seen.lines(records)).containsSubsequence("LOAD_BEGIN", "r t null -> [1]", "LOAD_END");
            }
        }
    }

    @Test
    void aPartialJsonUpdateStopsTheTask() throws Exception {
        mysql.execute("CREATE DATABASE part", "CREATE TABLE part.t (id INT PRIMARY KEY, j JSON)");
        mysql.execute("INSERT INTO part.t VALUES (1, JSON_OBJECT('a', REPEAT('x', 1000), 'b', 1))");
        try (TaskRun run = new TaskRun(migration(mysql, "part"), null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            try (Connection connection = mysql.connection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION binlog_row_value_options = 'PARTIAL_JSON'");
                statement.execute("UPDATE part.t SET j = JSON_SET(j, '$.b', 2)");
            }
            assertThatThrownBy(() -> run.until(r -> false)).hasMessageStartingWith("RELAY-2202");
        }
    }

    /** With a queue so short that the load goes on only as far as the test polls. */
    private static Map<String, String> slowLoad(MySqlServer server, String database) {
        return migration(server, database, "full.chunk.rows", "10", "max.queue.size", "20", "max.batch.size", "10");
    }

    private static void thousandRows(MySqlServer server, String database) {
        server.execute(
                "CREATE DATABASE " + database,
                "CREATE TABLE " + database + ".t (id INT PRIMARY KEY)",
                "INSERT INTO " + database + ".t WITH RECURSIVE n (i) AS"
                        + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n");
    }

    @Test
    void aLoadWhoseSessionsAreAllKilledGoesOnByItself() throws Exception {
        thousandRows(mysql, "loading");
        try (TaskRun run = new TaskRun(slowLoad(mysql, "loading"), null)) {
            run.until(r -> Seen.line(r).equals("r t null -> [100]"));
            killOthers();
            List<SourceRecord> records = run.until(r -> Seen.marker(r, "LOAD_END"));
            assertLoaded(records);
        }
    }

    @Test
    void aLoadThatWaitsForKafkaOutlivesTheServersPatience() throws Exception {
        try (MySqlServer own = MySqlServer.builder().option("wait-timeout", "1").start()) {
            thousandRows(own, "waiting");
            try (TaskRun run = new TaskRun(slowLoad(own, "waiting"), null)) {
                run.until(r -> Seen.line(r).equals("r t null -> [100]"));
                // Longer than the server lets a session idle.
                Thread.sleep(3_000);
                List<SourceRecord> records = run.until(r -> Seen.marker(r, "LOAD_END"));
                assertLoaded(records);
                assertThat(Seen.lines(records).stream().filter("RUN"::equals)).hasSize(1);
            }
        }
    }

    /** Rows may come twice, but are counted once. */
    private static void assertLoaded(List<SourceRecord> records) {
        assertThat(Seen.lines(records).stream()
                        .filter(line -> line.startsWith("r t"))
                        .distinct())
                .hasSize(1_000);
        SourceRecord end = records.stream()
                .filter(r -> Seen.marker(r, "TABLE_END"))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(((Struct) end.value()).getMap("attributes")).containsEntry("rows", "1000");
    }

    private static void killOthers() throws SQLException {
        try (Connection connection = mysql.connection();
                Statement statement = connection.createStatement()) {
            List<Long> others = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT ID FROM information_schema.PROCESSLIST"
                    + " WHERE ID <> CONNECTION_ID() AND USER = 'root'")) {
                while (row.next()) {
                    others.add(row.getLong(1));
                }
            }
            for (long other : others) {
                kill(statement, other);
            }
        }
    }

    /** One that has ended meanwhile is no failure. */
    private static void kill(Statement statement, long session) throws SQLException {
        try {
            statement.execute("KILL " + session);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    /** The server lets the load's reading wait for the table, and says nothing. */
    @Test
    void aStopEndsALoadThatTheServerLetsWait() throws Exception {
        mysql.execute(
                "CREATE DATABASE held",
                "CREATE TABLE held.a (id INT PRIMARY KEY)",
                "CREATE TABLE held.b (id INT PRIMARY KEY)",
                "INSERT INTO held.a VALUES (1)",
                "INSERT INTO held.b VALUES (1)");
        Map<String, String> settings = slowLoad(mysql, "held");
        settings.put("max.queue.size", "3");
        settings.put("max.batch.size", "1");
        String thread = settings.get("topic.prefix") + "-change-event-source-coordinator";
        try (Connection holder = mysql.connection();
                Statement statement = holder.createStatement()) {
            try (TaskRun run = new TaskRun(settings, null)) {
                run.until(r -> Seen.marker(r, "SCHEMA_BEGIN"));
                statement.execute("LOCK TABLES held.b WRITE");
                run.until(r -> Seen.marker(r, "TABLE_END"));
                run.during(Duration.ofSeconds(1));
                assertThat(threads(thread)).hasSize(1);
            }
            for (int i = 0; i < 100 && !threads(thread).isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(threads(thread)).isEmpty();
        }
    }

    private static List<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().endsWith(name))
                .toList();
    }
}
