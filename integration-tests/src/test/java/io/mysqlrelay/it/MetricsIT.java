package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.metric.Metric;
import io.mysqlrelay.core.metric.PhaseNumber;
import io.mysqlrelay.core.metric.SinkMetric;
import io.mysqlrelay.core.metric.SourceMetric;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Scrape;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.TaskMetrics;
import io.mysqlrelay.it.stage.Versions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a real worker shows of one migration, next to what was really done. The tests follow each other. */
@ExtendWith(SharedStacks.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int LOADED = 2_510;
    private static final int CHANGED = 21;

    private static Stack stack;
    private static Migration migration;
    private static TaskMetrics source;
    private static TaskMetrics sink;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.newer());
        stack.source()
                .execute(
                        "CREATE DATABASE metrics_data",
                        "CREATE TABLE metrics_data.keyed (id INT PRIMARY KEY, v VARCHAR(20))",
                        "CREATE TABLE metrics_data.plain (v INT)",
                        "SET SESSION cte_max_recursion_depth = 3000",
                        "INSERT INTO metrics_data.keyed WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 2500)"
                                + " SELECT i, 'loaded' FROM n",
                        "INSERT INTO metrics_data.plain VALUES (1), (1), (2), (2), (3), (3), (4), (4), (5), (5)");
        migration = stack.migration("metrics");
        source = TaskMetrics.ofSource(migration);
        sink = TaskMetrics.ofSink(migration);
        migration.start();
    }

    @AfterAll
    static void stop() {
        if (migration != null) {
            migration.close();
        }
    }

    private static void await(String what, Callable<Boolean> condition) {
        migration.await(what, condition, LIMIT);
    }

    private static double logged(String states) {
        return Double.parseDouble(Sql.valueOrNull(
                stack.target(),
                "SELECT COUNT(*) FROM mysql_relay.ddl_log WHERE migration = '" + migration.topic() + "' AND state IN ("
                        + states + ")"));
    }

    @Test
    @Order(1)
    void theFullLoadIsCountedToTheRow() {
        migration.awaitPhase("incremental");
        await("the end of the full load", () -> sink.value(SinkMetric.PHASE) == PhaseNumber.INCREMENTAL);
        assertThat(source.names())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SourceMetric.values()).map(Metric::id).toList());
        assertThat(sink.names())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SinkMetric.values()).map(Metric::id).toList());
        assertThat(source.value(SourceMetric.PHASE)).isEqualTo(PhaseNumber.INCREMENTAL);
        assertThat(source.value(SourceMetric.ROWS_LOADED)).isEqualTo(LOADED);
        assertThat(source.value(SourceMetric.CHUNKS))
                .as("1,000 rows, then the rest")
                .isEqualTo(2);
        // The third is the one by which tests wait.
        assertThat(source.value(SourceMetric.TABLES_TO_LOAD)).isEqualTo(3);
        assertThat(source.value(SourceMetric.TABLES_LOADED)).isEqualTo(3);
        assertThat(source.value(SourceMetric.CHANGES)).isZero();
        assertThat(source.value(SourceMetric.DDL))
                .as("two databases and three tables")
                .isEqualTo(5);
        assertThat(sink.value(SinkMetric.ROWS_APPLIED)).isEqualTo(LOADED);
        assertThat(sink.value(SinkMetric.ROWS_WRITTEN)).isEqualTo(LOADED);
        assertThat(sink.value(SinkMetric.DDL_APPLIED)).isEqualTo(logged("'applied'"));
    }

    @Test
    @Order(2)
    void changesAndStatementsAreCountedToTheRow() throws SQLException {
        await("an idle source", () -> source.value(SourceMetric.LAG) < 10_000);
        double transactions = source.value(SourceMetric.TRANSACTIONS);
        double statements = source.value(SourceMetric.DDL);
        change();
        await("all rows", () -> sink.value(SinkMetric.ROWS_APPLIED) == LOADED + CHANGED);
        assertThat(source.value(SourceMetric.CHANGES)).isEqualTo(CHANGED);
        assertThat(source.value(SourceMetric.TRANSACTIONS)).isEqualTo(transactions + 4);
        assertThat(source.value(SourceMetric.DDL)).isEqualTo(statements + 1);
        assertThat(source.value(SourceMetric.BYTES)).isGreaterThan(24 * (LOADED + CHANGED));
        assertThat(sink.value(SinkMetric.ROWS_WRITTEN)).isEqualTo(LOADED + CHANGED);
        assertThat(sink.value(SinkMetric.REDUCTION)).as("no row changes twice").isEqualTo(1);
        assertThat(sink.value(SinkMetric.DDL_APPLIED)).isEqualTo(logged("'applied'"));
        assertThat(sink.value(SinkMetric.DDL_SKIPPED)).isEqualTo(logged("'skipped'"));
        assertThat(sink.value(SinkMetric.DDL_FAILED)).isZero();
        assertThat(sink.value(SinkMetric.ROWS_REFUSED)).isZero();
        assertThat(sink.value(SinkMetric.SAFE_MODE)).isZero();
        assertThat(sink.value(SinkMetric.RETRIES)).isZero();
        assertThat(sink.value(SinkMetric.OUTAGE)).isZero();
        assertThat(sink.value(SinkMetric.LANES)).as("too few changes for more").isEqualTo(1);
        // Two tables, and changes on both sides of the statement. How rows are cut into windows is a matter of luck.
        assertThat(sink.value(SinkMetric.WINDOWS)).isBetween(4.0, 100.0);
        assertThat(sink.value(SinkMetric.WINDOW_LANES)).isEqualTo(sink.value(SinkMetric.WINDOWS));
        // Two loads; an insertion, an update, a deletion, an insertion into the other table and one behind the
        // statement.
        assertThat(sink.value(SinkMetric.STATEMENTS)).isBetween(2.0 + 5, 150.0);
    }

    /** Three transactions with {@link #CHANGED} changes of rows, and a statement before the last one. */
    private static void change() throws SQLException {
        try (Connection connection = stack.source().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO metrics_data.keyed VALUES (3001, 'a'), (3002, 'b'), (3003, 'c'), (3004, 'd'),"
                            + " (3005, 'e'), (3006, 'f'), (3007, 'g'), (3008, 'h'), (3009, 'i'), (3010, 'j')");
            statement.execute("UPDATE metrics_data.keyed SET v = 'changed' WHERE id <= 5");
            statement.execute("DELETE FROM metrics_data.keyed WHERE id IN (6, 7)");
            connection.commit();
            statement.execute("INSERT INTO metrics_data.plain VALUES (6), (6), (7)");
            connection.commit();
            statement.execute("ALTER TABLE metrics_data.keyed ADD COLUMN n INT");
            statement.execute("INSERT INTO metrics_data.keyed VALUES (3011, 'k', 1)");
            connection.commit();
        }
    }

    @Test
    @Order(3)
    void theShippedRulesBringEveryMetricToPrometheus() {
        Scrape scrape = Scrape.now();
        check(scrape, source, migration.sourceName(), "source", SourceMetric.values());
        check(scrape, sink, migration.sinkName(), "sink", SinkMetric.values());
        assertThat(scrape.status(migration.sinkName(), "running")).isEqualTo(1);
        assertThat(scrape.value("mysql_relay_sink_rows_applied_total", migration.sinkName()))
                .isEqualTo(LOADED + CHANGED);
    }

    private static void check(Scrape scrape, TaskMetrics metrics, String connector, String side, Metric[] all) {
        for (Metric metric : all) {
            String name = "mysql_relay_" + side + "_" + metric.id().replace('-', '_');
            assertThat(scrape.value(name, connector)).as(name).isNotNull();
            boolean counter = metric.id().endsWith("-total");
            assertThat(scrape.type(name)).as(name).isEqualTo(counter ? "counter" : "gauge");
            if (counter) {
                assertThat(scrape.value(name, connector)).as(name).isEqualTo(metrics.value(metric));
            }
        }
    }

    @Test
    @Order(4)
    void anIdleSourceHasNoLag() {
        for (int i = 0; i < 3; i++) {
            double before = sink.value(SinkMetric.LAG);
            await("a heartbeat in the target", () -> sink.value(SinkMetric.LAG) < before);
            assertThat(sink.value(SinkMetric.LAG)).isLessThan(5_000);
            await("a heartbeat of the source", () -> source.value(SourceMetric.LAG) < 1_000);
            await("a checkpoint", () -> sink.value(SinkMetric.CHECKPOINT_AGE) < 1_000);
        }
        assertThat(sink.value(SinkMetric.ROWS_APPLIED)).isEqualTo(LOADED + CHANGED);
    }

    @Test
    @Order(5)
    void aStoppedSourceHasAGrowingLag() {
        stack.rest().stop(migration.sourceName());
        await("the end of the source's task", () -> !source.exist());
        growsBeyond(4_000);
        assertThat(sink.value(SinkMetric.RETRIES)).isZero();
        stack.rest().resume(migration.sourceName());
        await("no lag", () -> sink.value(SinkMetric.LAG) < 2_000 && source.value(SourceMetric.LAG) < 2_000);
    }

    @Test
    @Order(6)
    void aStoppedTargetHasAGrowingLagAndRetriesUntilItIsBack() {
        stack.target().stop();
        try {
            stack.source().execute("INSERT INTO metrics_data.plain VALUES (8)");
            await("retries", () -> sink.value(SinkMetric.RETRIES) >= 2);
            growsBeyond(4_000);
            assertThat(sink.value(SinkMetric.OUTAGE)).isGreaterThan(1_000);
            assertThat(sink.value(SinkMetric.CHECKPOINT_AGE)).isGreaterThan(sink.value(SinkMetric.OUTAGE));
            assertThat(source.value(SourceMetric.LAG)).as("the source's own").isLessThan(10_000);
        } finally {
            stack.target().start();
        }
        await("the row", () -> sink.value(SinkMetric.ROWS_APPLIED) == LOADED + CHANGED + 1);
        await("no lag", () -> sink.value(SinkMetric.LAG) < 2_000);
        assertThat(sink.value(SinkMetric.OUTAGE)).isZero();
        assertThat(sink.value(SinkMetric.DDL_APPLIED)).as("over an outage").isEqualTo(logged("'applied'"));
    }

    private static void growsBeyond(double millis) {
        double[] last = {sink.value(SinkMetric.LAG)};
        await("a lag of more than " + millis + " ms", () -> {
            double now = sink.value(SinkMetric.LAG);
            assertThat(now).as("it only grows").isGreaterThanOrEqualTo(last[0]);
            last[0] = now;
            return now > millis;
        });
    }
}
