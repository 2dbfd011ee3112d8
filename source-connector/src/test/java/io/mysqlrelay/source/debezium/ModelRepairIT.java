package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that Debezium's parser cannot read, or reads wrongly: the structure comes from the source instead. */
class ModelRepairIT {
    /** Each statement is a gap of the grammar of Debezium 3.6. */
    private static final List<String> GAPS = List.of(
            "ALTER TABLE gap.t RENAME COLUMN `a``b` TO `c``d`, ADD x INT FIRST",
            "INSERT INTO gap.t VALUES (1, 2, 3)",
            "ALTER TABLE gap.t RENAME = gap.u",
            "INSERT INTO gap.u VALUES (4, 5, 6)",
            "ALTER TABLE gap.u ADD description INT, ADD resource INT, ADD component INT, ADD buckets INT, ADD vcpu INT,"
                    + " ADD names INT, ADD role INT, ADD password INT, ADD admin INT, ADD clone INT, ADD ties INT,"
                    + " ADD others INT, ADD secret INT, ADD random INT, ADD url INT, ADD active INT, ADD old INT",
            "UPDATE gap.u SET old = 7 WHERE x = 4",
            "CREATE TABLE gap.v (id INT PRIMARY KEY, n SMALLINT UNSIGNED) UNION = (), ENGINE = MyISAM",
            "INSERT INTO gap.v VALUES (8, 65535)",
            "CREATE TABLE gap.w (id INT PRIMARY KEY, n SMALLINT)",
            "INSERT INTO gap.w VALUES (9, -1)");

    private static final List<String> CHANGES =
            List.of("c t null -> [1, 2, 3]", "c u null -> [4, 5, 6]", "c v null -> [8, 65535]", "c w null -> [9, -1]");

    @TempDir
    Path folder;

    private KafkaBroker kafka;
    private MySqlServer mysql;
    private Map<String, String> settings;

    @BeforeEach
    void start() {
        kafka = KafkaBroker.start(folder);
        mysql = MySqlServer.builder().start();
        mysql.execute("CREATE DATABASE gap", "CREATE TABLE gap.t (id INT PRIMARY KEY, `a``b` INT)");
        settings = Settings.with(
                "database.hostname", mysql.host(),
                "database.port", String.valueOf(mysql.port()),
                "database.user", "root",
                "database.password", "",
                "database.include.list", "gap",
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "poll.interval.ms", "10");
    }

    @AfterEach
    void stop() {
        mysql.close();
        kafka.close();
    }

    @Test
    void whatTheParserCannotReadIsReadFromTheSource() throws Exception {
        List<SourceRecord> records;
        try (TaskRun run = new TaskRun(settings, null)) {
            run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN"));
            for (int i = 0; i < GAPS.size(); i += 2) {
                mysql.execute(GAPS.get(i));
                String text = GAPS.get(i);
                run.until(r -> Seen.ddl(r, text));
                mysql.execute(GAPS.get(i + 1));
            }
            mysql.execute("CREATE TABLE gap.done (id INT)");
            records = run.until(r -> Seen.ddl(r, "gap.done"));
        }
        List<String> lines = Seen.lines(records);
        assertThat(lines).containsAll(CHANGES);
        assertThat(lines).filteredOn(line -> line.startsWith("u u")).hasSize(1).allMatch(line -> line.endsWith(", 7]"));
        int from = lines.indexOf(CHANGES.get(1));
        SourceRecord middle = records.stream()
                .filter(r -> Seen.line(r).equals(CHANGES.get(1)))
                .findFirst()
                .orElseThrow();
        try (TaskRun again = new TaskRun(settings, middle.sourceOffset())) {
            List<String> repeated = Seen.lines(again.until(r -> Seen.ddl(r, "gap.done")));
            assertThat(repeated.subList(1, repeated.size())).isEqualTo(lines.subList(from, lines.size()));
        }
    }

    @Test
    void statementsThatFollowEachOtherAreReadWhereTheLastOfThemStands() throws Exception {
        Map<String, ?> offset = begun();
        mysql.execute(GAPS.get(0), GAPS.get(2), GAPS.get(3), "CREATE TABLE gap.done (id INT)");
        try (TaskRun run = new TaskRun(settings, offset)) {
            assertThat(Seen.lines(run.until(r -> Seen.ddl(r, "gap.done")))).contains(CHANGES.get(1));
        }
    }

    @Test
    void aTableThatIsRenamedBeforeItCouldBeReadIsReadUnderItsNewName() throws Exception {
        Map<String, ?> offset = begun();
        mysql.execute(GAPS.get(0), "RENAME TABLE gap.t TO gap.u", GAPS.get(3), "CREATE TABLE gap.done (id INT)");
        try (TaskRun run = new TaskRun(settings, offset)) {
            assertThat(Seen.lines(run.until(r -> Seen.ddl(r, "gap.done")))).contains(CHANGES.get(1));
        }
    }

    @Test
    void rowsOfAStructureThatNobodyKnowsAnyMoreStopTheTask() throws Exception {
        Map<String, ?> offset = begun();
        mysql.execute(GAPS.get(0), GAPS.get(1), "ALTER TABLE gap.t MODIFY x BIGINT", "CREATE TABLE gap.done (id INT)");
        try (TaskRun run = new TaskRun(settings, offset)) {
            assertThatThrownBy(() -> run.until(r -> Seen.ddl(r, "gap.done")))
                    .hasMessageContaining("RELAY-2204")
                    .hasMessageContaining("`gap`.`t` at binlog.")
                    .hasMessageContaining("it is not known");
        }
    }

    private Map<String, ?> begun() throws InterruptedException {
        try (TaskRun run = new TaskRun(settings, null)) {
            return Seen.last(run.until(r -> Seen.marker(r, "INCREMENTAL_BEGIN")))
                    .sourceOffset();
        }
    }
}
