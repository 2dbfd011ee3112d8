package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectorStatus;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of the two connectors by a stock worker's REST interface alone. */
@ExtendWith(SharedStacks.class)
class RestIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.shared(Versions.older());
    }

    @Test
    void pauseResumeRestartAndStopLoseAndRepeatNothing() {
        Migration migration = migrationOfTwoTables("life");
        ConnectRest rest = stack.rest();
        for (String connector : new String[] {migration.sourceName(), migration.sinkName()}) {
            rest.pause(connector);
            awaitState(connector, "PAUSED");
            write("life");
            rest.resume(connector);
            rest.awaitRunning(connector, LIMIT);
            write("life");
            rest.restart(connector);
            rest.awaitRunning(connector, LIMIT);
            write("life");
            migration.awaitApplied();
            rest.stop(connector);
            awaitState(connector, "STOPPED");
            write("life");
            rest.resume(connector);
            rest.awaitRunning(connector, LIMIT);
            write("life");
            migration.awaitApplied();
        }
        Equality.check(stack.source(), stack.target(), "life"::equals);
        migration.close();
        assertThat(rest.connectors()).doesNotContain(migration.sourceName(), migration.sinkName());
    }

    @Test
    void offsetsAreShownGivenBackAndForgotten() {
        Migration migration = migrationOfTwoTables("offsets");
        ConnectRest rest = stack.rest();
        migration.awaitApplied();
        for (String connector : new String[] {migration.sourceName(), migration.sinkName()}) {
            rest.stop(connector);
            awaitState(connector, "STOPPED");
            JsonNode offsets = rest.offsets(connector);
            assertThat(offsets.path("offsets")).as(connector).hasSize(1);
            write("offsets");
            rest.deleteOffsets(connector);
            // Connect may list the partition a moment longer, with nothing stored for it.
            assertThat(rest.offsets(connector).findValues("offset"))
                    .as(connector)
                    .allMatch(JsonNode::isNull);
            rest.alterOffsets(connector, offsets);
            assertThat(rest.offsets(connector)).isEqualTo(offsets);
            rest.resume(connector);
            rest.awaitRunning(connector, LIMIT);
            migration.awaitApplied();
        }
        // Connect's offsets of the sink are for the eye: the target's checkpoint decides.
        rest.stop(migration.sinkName());
        awaitState(migration.sinkName(), "STOPPED");
        rest.deleteOffsets(migration.sinkName());
        write("offsets");
        rest.resume(migration.sinkName());
        migration.awaitApplied();
        Equality.check(stack.source(), stack.target(), "offsets"::equals);
        migration.close();
    }

    @Test
    void aRecreatedConnectorContinuesAndAForeignTableInTheTargetSurvives() {
        stack.target()
                .execute(
                        "CREATE DATABASE again",
                        "CREATE TABLE again.foreign_one (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO again.foreign_one VALUES (1, 'not of the migration')");
        Migration migration = migrationOfTwoTables("again");
        migration.awaitApplied();
        stack.rest().restart(migration.sourceName());
        stack.rest().restart(migration.sinkName());
        write("again");
        migration.awaitApplied();
        migration.close();
        write("again");
        migration.start();
        write("again");
        migration.awaitApplied();
        assertThat(Sql.rows(stack.target(), "SELECT * FROM again.foreign_one"))
                .containsExactly("1|not of the migration");
        stack.target().execute("DROP TABLE again.foreign_one");
        Equality.check(stack.source(), stack.target(), "again"::equals);
        migration.close();
    }

    private static Migration migrationOfTwoTables(String database) {
        stack.source()
                .execute(
                        "CREATE DATABASE " + database,
                        "CREATE TABLE " + database + ".keyed (id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(200))",
                        "CREATE TABLE " + database + ".keyless (v VARCHAR(40))");
        write(database);
        return stack.migration(database).start().awaitPhase("incremental");
    }

    private static void write(String database) {
        stack.source()
                .execute(
                        "INSERT INTO " + database + ".keyed (v) VALUES (UUID()), (UUID()), (NULL)",
                        "INSERT INTO " + database + ".keyless VALUES ('equal'), ('equal'), (UUID())",
                        "DELETE FROM " + database + ".keyless LIMIT 1",
                        "UPDATE " + database + ".keyed SET v = CONCAT(v, '.') WHERE id % 2 = 0");
    }

    private static void awaitState(String connector, String state) {
        stack.rest()
                .await(
                        connector,
                        status -> status.state().equals(state)
                                && status.tasks().stream()
                                        .map(ConnectorStatus.Task::state)
                                        .allMatch(state::equals),
                        LIMIT);
    }
}
