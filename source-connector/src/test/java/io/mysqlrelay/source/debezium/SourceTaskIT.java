package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.record.SourceOffset;
import io.mysqlrelay.source.topic.ChangeTopic;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTaskIT {
    @TempDir
    static Path folder;

    private static KafkaBroker kafka;
    private static MySqlServer withGtids;
    private static MySqlServer withoutGtids;
    private static int migrations;

    private MySqlServer mysql;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder);
        withGtids = MySqlServer.builder().start();
        withoutGtids = MySqlServer.builder()
                .withoutGtid()
                .option("binlog-row-metadata", "FULL")
                // Unknown to 8.0.12.
                .option("loose-binlog-transaction-compression", "ON")
                .start();
    }

    @AfterAll
    static void stop() {
        withGtids.close();
        withoutGtids.close();
        kafka.close();
    }

    /** @return settings of a migration of its own, topics made as the connector makes them */
    private Map<String, String> migration(String database, String... more) {
        String prefix = "m" + ++migrations;
        Map<String, String> settings = Settings.with(more);
        settings.put("topic.prefix", prefix);
        settings.put("database.hostname", mysql.host());
        settings.put("database.port", String.valueOf(mysql.port()));
        settings.put("database.user", "root");
        settings.put("database.password", "");
        settings.put("database.include.list", database);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("poll.interval.ms", "10");
        try (ChangeTopic topic = new ChangeTopic(SourceConfig.parse(settings))) {
            topic.ensure();
        }
        return settings;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWholeMigrationIsEmittedInOrder(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute(
                "CREATE DATABASE shop",
                "CREATE TABLE shop.item (id INT PRIMARY KEY, name VARCHAR(20), price DECIMAL(8,2))",
                "CREATE TABLE shop.log (line VARCHAR(20))",
                "INSERT INTO shop.item VALUES (1, 'a', 1.50), (2, NULL, NULL)",
                "INSERT INTO shop.log VALUES ('x'), ('x')");
        try (TaskRun run = new TaskRun(migration("shop"), null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            mysql.execute(
                    "INSERT INTO shop.item VALUES (3, 'c', 0.01)",
                    "UPDATE shop.item SET id = 4 WHERE id = 3",
                    "ALTER TABLE shop.item ADD COLUMN note TEXT AFTER id",
                    "DELETE FROM shop.item WHERE id = 1",
                    "TRUNCATE TABLE shop.log",
                    "CREATE TABLE shop.last (id INT)");
            List<SourceRecord> records = run.until(r -> Seen.ddl(r, "shop.last"));
            assertThat(Seen.lines(records))
                    .containsSubsequence("RUN", "BEGIN", "TABLES", "SCHEMA_BEGIN", "SCHEMA_END", "LOAD_BEGIN")
                    .containsSubsequence(
                            "TABLE_BEGIN",
                            "r item null -> [1, a, 1.50]",
                            "r item null -> [2, null, null]",
                            "TABLE_END",
                            "TABLE_BEGIN",
                            "r log null -> [x]",
                            "r log null -> [x]",
                            "TABLE_END",
                            "LOAD_END",
                            "INCREMENTAL_BEGIN",
                            "c item null -> [3, c, 0.01]",
                            "u item [3, c, 0.01] -> [4, c, 0.01]",
                            "incremental ALTER TABLE shop.item ADD COLUMN note TEXT AFTER id",
                            "d item [1, null, a, 1.50] -> null",
                            "incremental TRUNCATE TABLE shop.log",
                            "incremental CREATE TABLE shop.last (id INT)");
            long seq = 0;
            for (SourceRecord record : records) {
                assertThat(Seen.identity(record).seq()).isEqualTo(seq++);
                assertThat(record.sourceOffset()).isNotNull();
            }
        }
    }

    /** Also when the transaction's last change is one of a table that is not captured. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLastRowOfATransactionSaysSo(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute(
                "CREATE DATABASE ends",
                "CREATE DATABASE others",
                "CREATE TABLE ends.t (id INT PRIMARY KEY, v INT)",
                "CREATE TABLE others.t (id INT PRIMARY KEY)");
        try (TaskRun run = new TaskRun(migration("ends"), null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            mysql.execute(
                    "INSERT INTO ends.t VALUES (1, 1)",
                    "BEGIN",
                    "INSERT INTO ends.t VALUES (2, 2), (3, 3)",
                    "SAVEPOINT s",
                    "UPDATE ends.t SET v = 4 WHERE id = 2",
                    "INSERT INTO others.t VALUES (1)",
                    "COMMIT",
                    "DELETE FROM ends.t",
                    "CREATE TABLE ends.last (id INT)");
            List<SourceRecord> records = run.until(r -> Seen.ddl(r, "ends.last"));
            assertThat(records.stream().filter(Seen::change).map(Seen::lineWithEnd))
                    .containsExactly(
                            "c t null -> [1, 1] end",
                            "c t null -> [2, 2]",
                            "c t null -> [3, 3]",
                            "u t [2, 2] -> [2, 4] end",
                            "d t [1, 1] -> null",
                            "d t [2, 4] -> null",
                            "d t [3, 3] -> null end",
                            "incremental CREATE TABLE ends.last (id INT)");
        }
    }

    /** A crash behind INCREMENTAL_BEGIN would otherwise repeat rows of the load behind changes. */
    @Test
    void changesFollowOnlyWhenTheEndOfTheLoadIsStored() throws Exception {
        mysql = withGtids;
        mysql.execute("CREATE DATABASE late", "CREATE TABLE late.t (id INT PRIMARY KEY)");
        try (TaskRun run = new TaskRun(migration("late"), null)) {
            run.storing(false);
            run.until(r -> Seen.marker(r, "LOAD_END"));
            mysql.execute("INSERT INTO late.t VALUES (1)");
            assertThat(Seen.lines(run.during(Duration.ofSeconds(2)))).endsWith("LOAD_END");
            run.storing(true);
            run.until(r -> Seen.line(r).equals("c t null -> [1]"));
        }
    }

    /** A worker that woke up stored an offset behind what its successor has sent, and behind a statement. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOffsetOfAReplacedRunIsNotBelieved(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute("CREATE DATABASE woken", "CREATE TABLE woken.t (id INT PRIMARY KEY)");
        Map<String, String> settings = migration("woken");
        List<SourceRecord> old;
        List<SourceRecord> next;
        try (TaskRun run = new TaskRun(settings, null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            mysql.execute("INSERT INTO woken.t VALUES (1)");
            next = run.until(r -> Seen.line(r).equals("c t null -> [1]"));
            mysql.execute(
                    "INSERT INTO woken.t VALUES (2)",
                    "ALTER TABLE woken.t ADD v INT",
                    "INSERT INTO woken.t VALUES (3, 3)");
            old = run.until(r -> Seen.line(r).equals("c t null -> [3, 3]"));
        }
        try (TaskRun run = TaskRun.after(settings, Seen.last(next).sourceOffset())) {
            run.until(r -> Seen.marker(r, "RUN"));
        }
        try (TaskRun run = TaskRun.after(settings, Seen.last(old).sourceOffset())) {
            List<SourceRecord> records = run.until(r -> Seen.line(r).equals("c t null -> [3, 3]"));
            assertThat(Seen.lines(records))
                    .containsSubsequence(
                            "RUN",
                            "c t null -> [1]",
                            "c t null -> [2]",
                            "incremental ALTER TABLE woken.t ADD v INT",
                            "c t null -> [3, 3]");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRestartAtEveryRecordRepeatsWholeTransactionsAndLosesNone(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute(
                "CREATE DATABASE again",
                "CREATE TABLE again.t (id INT PRIMARY KEY, v INT)",
                "CREATE TABLE again.u (id INT)",
                "INSERT INTO again.t VALUES (1, 1), (2, 2)");
        Map<String, String> settings = migration("again");
        List<SourceRecord> first;
        try (TaskRun run = new TaskRun(settings, null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            mysql.execute(
                    "INSERT INTO again.t VALUES (3, 3), (4, 4)",
                    "ALTER TABLE again.t ADD w INT",
                    "UPDATE again.t SET v = v + 1, w = 7",
                    "DROP TABLE again.u",
                    "DELETE FROM again.t WHERE id > 2",
                    "CREATE TABLE again.last (id INT)");
            first = run.until(r -> Seen.ddl(r, "again.last"));
        }
        List<String> changes = changes(first);
        assertThat(changes).hasSize(2 + 1 + 4 + 1 + 2 + 1);
        int restarts = 0;
        for (int i = 0; i < first.size(); i++) {
            Map<String, ?> offset = first.get(i).sourceOffset();
            boolean seen = i > 0 && offset.equals(first.get(i - 1).sourceOffset());
            Object phase = offset.get(SourceOffset.PHASE);
            if (seen || "begin".equals(phase) || "load".equals(phase)) {
                // A second start that reads structures anew, behind statements that follow, is refused: tested below.
                continue;
            }
            restarts++;
            try (TaskRun run = new TaskRun(settings, offset)) {
                List<SourceRecord> second = run.until(r -> Seen.ddl(r, "again.last") && Seen.change(r));
                assertThat(Seen.line(second.get(0))).isEqualTo("RUN");
                List<String> repeated = changes(second);
                int missing = changes.size() - repeated.size();
                assertThat(repeated).as("restart at record " + i).isEqualTo(changes.subList(missing, changes.size()));
                long had = first.subList(0, i).stream().filter(Seen::change).count();
                assertThat((long) missing).isLessThanOrEqualTo(had);
            }
        }
        assertThat(restarts).isGreaterThan(6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondStartInTheMiddleOfTheFullLoadGoesOnThere(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute(
                "CREATE DATABASE middle",
                "CREATE TABLE middle.a (id INT PRIMARY KEY)",
                "CREATE TABLE middle.b (id INT)",
                "CREATE TABLE middle.c (id INT PRIMARY KEY)",
                "INSERT INTO middle.a VALUES (1), (2), (3), (4), (5)",
                "INSERT INTO middle.b VALUES (1), (1)",
                "INSERT INTO middle.c VALUES (1), (2), (3)");
        Map<String, String> settings = migration("middle", "full.chunk.rows", "2");
        List<SourceRecord> first;
        try (TaskRun run = new TaskRun(settings, null)) {
            first = run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
        }
        List<String> all = Seen.lines(first);
        for (int i = 0; i < first.size(); i++) {
            if (i > 0 && first.get(i).sourceOffset().equals(first.get(i - 1).sourceOffset())) {
                continue;
            }
            try (TaskRun run = new TaskRun(settings, first.get(i).sourceOffset())) {
                if (i == first.size() - 1) {
                    mysql.execute("INSERT INTO middle.c VALUES (9)");
                    run.until(r -> Seen.line(r).equals("c c null -> [9]"));
                    continue;
                }
                List<String> second = Seen.lines(run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN")));
                List<String> after = second.subList(1, second.size());
                assertThat(after)
                        .as("restart at record " + i + " of " + all)
                        .containsSubsequence(all.subList(i + 1, all.size()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTableThatAStatementChangesDuringTheFullLoadIsReadAgain(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute(
                "CREATE DATABASE during",
                "CREATE TABLE during.t (id INT PRIMARY KEY)",
                "CREATE TABLE during.old (id INT PRIMARY KEY)",
                "INSERT INTO during.old VALUES (7)");
        Map<String, String> settings = migration("during");
        List<SourceRecord> first;
        try (TaskRun run = new TaskRun(settings, null)) {
            first = run.until(r -> Seen.marker(r, "LOAD_BEGIN"));
        }
        mysql.execute(
                "INSERT INTO during.t VALUES (1)",
                "ALTER TABLE during.t ADD v INT",
                "INSERT INTO during.t VALUES (2, 2)",
                "RENAME TABLE during.old TO during.young");
        try (TaskRun run = new TaskRun(settings, Seen.last(first).sourceOffset())) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            mysql.execute("INSERT INTO during.t VALUES (3, 3)", "DELETE FROM during.young");
            List<String> lines = Seen.lines(run.until(r -> Seen.line(r).equals("d young [7] -> null")));
            assertThat(lines)
                    .containsSubsequence(
                            "TABLE_AGAIN",
                            "TABLES",
                            "TABLE_AGAIN",
                            "TABLE_BEGIN",
                            "r t null -> [1, null]",
                            "r t null -> [2, 2]",
                            "TABLE_END",
                            "TABLE_AGAIN",
                            "TABLE_BEGIN",
                            "r young null -> [7]",
                            "TABLE_END",
                            "LOAD_END",
                            "INCREMENTAL_BEGIN",
                            "c t null -> [3, 3]",
                            "d young [7] -> null")
                    .doesNotContain("c t null -> [1]", "c t null -> [2, 2]", "r old null -> [7]")
                    .noneMatch(line -> line.startsWith("incremental"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEndOfADatabaseDuringTheFullLoadIsRefused(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute("CREATE DATABASE ending", "CREATE TABLE ending.t (id INT PRIMARY KEY)");
        Map<String, String> settings = migration("ending");
        List<SourceRecord> first;
        try (TaskRun run = new TaskRun(settings, null)) {
            first = run.until(r -> Seen.marker(r, "LOAD_BEGIN"));
        }
        mysql.execute("DROP DATABASE ending");
        try (TaskRun run = new TaskRun(settings, Seen.last(first).sourceOffset())) {
            assertThatThrownBy(() -> run.until(r -> false)).hasMessageStartingWith("RELAY-2208");
        }
    }

    private static List<String> changes(List<SourceRecord> records) {
        List<String> changes = new ArrayList<>();
        for (SourceRecord record : records) {
            RecordIdentity identity = Seen.identity(record);
            if (identity.inTransaction()) {
                changes.add(identity.transaction() + "/" + identity.ordinal() + " " + Seen.line(record));
            }
        }
        return changes;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void heartbeatsMoveTheOffsetOverChangesOfOthers(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute("CREATE DATABASE quiet", "CREATE TABLE quiet.t (id INT PRIMARY KEY)", "CREATE DATABASE loud");
        try (TaskRun run = new TaskRun(migration("quiet", "heartbeat.interval.ms", "200"), null)) {
            List<SourceRecord> before = run.until(Seen::heartbeat);
            Object was = before.get(before.size() - 1).sourceOffset().get("pos");
            mysql.execute("CREATE TABLE loud.t (id INT)", "INSERT INTO loud.t VALUES (1)");
            run.until(r -> Seen.heartbeat(r) && !r.sourceOffset().get("pos").equals(was));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStatementInsteadOfRowImagesStopsTheTask(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute("CREATE DATABASE mixed", "CREATE TABLE mixed.t (id INT PRIMARY KEY)");
        try (TaskRun run = new TaskRun(migration("mixed"), null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            try (var connection = mysql.connection();
                    var statement = connection.createStatement()) {
                statement.execute("SET SESSION binlog_format = STATEMENT");
                statement.execute("INSERT INTO mixed.t VALUES (1)");
            }
            assertThatThrownBy(() -> run.until(r -> false))
                    .hasMessageStartingWith("RELAY-2201")
                    .hasMessageContaining("`mixed`.`t`");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSessionOfAStatementTravelsWithIt(boolean gtids) throws Exception {
        mysql = gtids ? withGtids : withoutGtids;
        mysql.execute("CREATE DATABASE session", "CREATE TABLE session.t (id INT PRIMARY KEY)");
        try (TaskRun run = new TaskRun(migration("session"), null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            try (var connection = mysql.connection();
                    var statement = connection.createStatement()) {
                statement.execute("SET SESSION sql_mode='ANSI_QUOTES', SESSION time_zone='+03:00', timestamp=1000.5,"
                        + " SESSION foreign_key_checks=0");
                statement.execute("USE session");
                statement.execute("ALTER TABLE \"t\" ADD \"added\" DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6)");
                statement.execute("INSERT INTO t (id) VALUES (1)");
            }
            List<SourceRecord> records = run.until(r -> Seen.change(r) && !Seen.ddl(r, "added"));
            Struct ddl = (Struct) records.stream()
                    .filter(r -> Seen.ddl(r, "added"))
                    .findFirst()
                    .orElseThrow()
                    .value();
            assertThat(ddl.getString("database")).isEqualTo("session");
            assertThat(ddl.getMap("session"))
                    .containsEntry("sql_mode", "4")
                    .containsEntry("time_zone", "+03:00")
                    .containsEntry("timestamp", "1000.500000")
                    .containsEntry("foreign_key_checks", "0")
                    .containsKeys("character_set_client", "collation_connection", "collation_server");
        }
    }
}
