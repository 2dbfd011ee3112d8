package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.TopicEnds;
import io.mysqlrelay.it.stage.Versions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A topic that lost records: Connect alone would go on behind the gap, the relay stops and says so. */
@ExtendWith(SharedStacks.class)
class TopicDamageIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.older());
    }

    @Test
    void aTopicThatWasDeletedAndMadeAgainIsRefused() {
        try (Migration migration = migrationOfOneTable("replaced")) {
            stop(migration.sinkName());
            stop(migration.sourceName());
            TopicEnds.deleteTopic(stack.broker().bootstrapServers(), migration.topic());
            stack.source().execute("INSERT INTO replaced.t VALUES (100)");
            stack.rest().resume(migration.sourceName());
            stack.rest().resume(migration.sinkName());
            assertThat(migration.awaitSinkFailure()).contains("RELAY-3012");
            assertThat(Sql.rows(stack.target(), "SELECT * FROM replaced.t WHERE id = 100"))
                    .isEmpty();
        }
    }

    @Test
    void recordsThatWentBeforeTheyWereAppliedAreMissed() {
        try (Migration migration = migrationOfOneTable("truncated")) {
            stop(migration.sinkName());
            String kafka = stack.broker().bootstrapServers();
            long before = TopicEnds.latest(kafka, migration.topic());
            stack.source().execute("INSERT INTO truncated.t VALUES (100)");
            migration.await(
                    "the new row on the topic", () -> TopicEnds.latest(kafka, migration.topic()) > before + 1, LIMIT);
            TopicEnds.deleteBefore(kafka, migration.topic(), TopicEnds.latest(kafka, migration.topic()));
            stack.rest().resume(migration.sinkName());
            assertThat(migration.awaitSinkFailure()).contains("RELAY-3013").contains("retention.ms");
            assertThat(Sql.rows(stack.target(), "SELECT * FROM truncated.t WHERE id = 100"))
                    .isEmpty();
        }
    }

    @Test
    void recordsThatWentAfterTheyWereAppliedAreNotMissed() {
        try (Migration migration = migrationOfOneTable("tidied")) {
            stop(migration.sourceName());
            stop(migration.sinkName());
            String kafka = stack.broker().bootstrapServers();
            String applied = Sql.valueOrNull(
                    stack.target(),
                    "SELECT next_offset FROM mysql_relay.checkpoint WHERE migration = '" + migration.topic() + "'");
            TopicEnds.deleteBefore(kafka, migration.topic(), Long.parseLong(applied));
            stack.source().execute("INSERT INTO tidied.t VALUES (100)");
            stack.rest().resume(migration.sourceName());
            stack.rest().resume(migration.sinkName());
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "tidied"::equals);
        }
    }

    private static Migration migrationOfOneTable(String database) {
        stack.source()
                .execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database + ".t (id INT PRIMARY KEY)",
                        "INSERT INTO " + database + ".t VALUES (1), (2)");
        return stack.migration(database).start().awaitPhase("incremental").awaitApplied();
    }

    private static void stop(String connector) {
        stack.rest().stop(connector);
        stack.rest().await(connector, status -> status.state().equals("STOPPED"), LIMIT);
    }
}
