package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.metric.SinkMetric;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.TaskMetrics;
import io.mysqlrelay.it.stage.TopicEnds;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that the target refuses, with Connect's own dead letter queue and without. */
@ExtendWith(SharedStacks.class)
class RefusedRowsIT {
    private static void guard(Stack stack, String name) {
        stack.target()
                .execute("CREATE TRIGGER " + name + ".guard BEFORE INSERT ON " + name + ".t FOR EACH ROW BEGIN"
                        + " IF NEW.id % 10 = 0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no tens'; END IF; END");
    }

    private static void insert(Stack stack, String name, int rows) {
        StringBuilder insert = new StringBuilder("INSERT INTO " + name + ".t VALUES (1, 'secret')");
        for (int id = 2; id <= rows; id++) {
            insert.append(",(").append(id).append(", 'secret')");
        }
        stack.source().execute(insert.toString());
    }

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void toleratedRowsGoToTheDeadLetterQueueAndAllOthersArrive(MySqlDistribution version) {
        Stack stack = Stack.shared(version);
        String name = "tolerated";
        stack.source()
                .execute("CREATE DATABASE tolerated", "CREATE TABLE tolerated.t (id INT PRIMARY KEY, v VARCHAR(9))");
        try (Migration migration = stack.migration(name)
                .sink("errors.tolerance", "all")
                .sink("errors.deadletterqueue.topic.name", "tolerated.refused")
                .sink("errors.deadletterqueue.topic.replication.factor", "1")
                .sink("errors.deadletterqueue.context.headers.enable", "true")
                .start()
                .awaitPhase("incremental")) {
            migration.awaitApplied();
            guard(stack, name);
            insert(stack, name, 500);
            stack.source().execute("UPDATE tolerated.t SET v = 'later' WHERE id IN (19, 20)");
            migration.awaitApplied();
            assertThat(Sql.rows(stack.target(), "SELECT COUNT(*), SUM(id % 10 = 0), SUM(v = 'later') FROM tolerated.t"))
                    .containsExactly("450|0|1");
            assertThat(Sql.rows(
                            stack.target(),
                            "SELECT code, COUNT(*) FROM mysql_relay.refused_rows WHERE migration = 'tolerated.changes'"
                                    + " GROUP BY code ORDER BY code"))
                    .containsExactly("RELAY-4033|1", "RELAY-4036|50");
            assertThat(TopicEnds.latest(stack.broker().bootstrapServers(), "tolerated.refused"))
                    .isEqualTo(51);
            TaskMetrics sink = TaskMetrics.ofSink(migration);
            assertThat(sink.value(SinkMetric.ROWS_REFUSED)).isEqualTo(51);
            // The others, and two rows to wait for.
            assertThat(sink.value(SinkMetric.ROWS_APPLIED)).isEqualTo(502 - 51 + 2);
            assertThat(sink.value(SinkMetric.ROWS_WRITTEN)).isEqualTo(502 - 51 + 2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void withoutToleranceTheTaskStopsAtTheRowAndGoesOnOnceItIsTaken(MySqlDistribution version) {
        Stack stack = Stack.shared(version);
        String name = "strict";
        stack.source().execute("CREATE DATABASE strict", "CREATE TABLE strict.t (id INT PRIMARY KEY, v VARCHAR(9))");
        try (Migration migration = stack.migration(name).start().awaitPhase("incremental")) {
            migration.awaitApplied();
            guard(stack, name);
            insert(stack, name, 200);
            assertThat(migration.awaitSinkFailure())
                    .contains("RELAY-4036")
                    .contains("offset ")
                    .contains("table strict.t")
                    .contains("(id)")
                    .contains("1644")
                    .doesNotContain("secret");
            stack.target().execute("DROP TRIGGER strict.guard");
            migration.restartSink().awaitApplied();
            Equality.check(stack.source(), stack.target(), name::equals);
        }
    }
}
