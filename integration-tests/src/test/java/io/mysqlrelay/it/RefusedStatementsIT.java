package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that the target refuses, in a running migration, with what the runbook tells an operator to do. */
@ExtendWith(SharedStacks.class)
class RefusedStatementsIT {
    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void anOperatorSkipsOneReplacesAnotherAndBothSidesAreEqual(MySqlDistribution version) {
        Stack stack = Stack.shared(version);
        String name = "refused";
        stack.source().execute("CREATE DATABASE refused", "CREATE TABLE refused.t (id INT PRIMARY KEY, v INT)");
        try (Migration migration = stack.migration(name).start().awaitPhase("incremental")) {
            migration.awaitApplied();
            stack.target().execute("ALTER TABLE refused.t ADD COLUMN w INT");
            stack.source().execute("ALTER TABLE refused.t ADD COLUMN w INT", "INSERT INTO refused.t VALUES (1, 1, 1)");
            String words = migration.awaitSinkFailure();
            assertThat(words).contains("RELAY-4040").contains("1060").contains("ddl_log");
            order(stack, name, "skip", "NULL");
            migration.restartSink().awaitApplied();

            stack.target().execute("ALTER TABLE refused.t ADD INDEX i (id)");
            stack.source().execute("ALTER TABLE refused.t ADD INDEX i (v)", "INSERT INTO refused.t VALUES (2, 2, 2)");
            assertThat(migration.awaitSinkFailure()).contains("RELAY-4040").contains("1061");
            // The source's session stood in no database: the order names the table in full.
            order(stack, name, "replace", "'ALTER TABLE refused.t DROP INDEX i, ADD INDEX i (v)'");
            migration.restartSink().awaitApplied();
            Equality.check(stack.source(), stack.target(), name::equals);
            assertThat(Sql.rows(
                            stack.target(),
                            "SELECT state FROM mysql_relay.ddl_log WHERE migration = 'refused.changes'"
                                    + " AND state <> 'applied' ORDER BY id"))
                    .containsExactly("skipped", "replaced");
        }
    }

    private static void order(Stack stack, String name, String action, String statement) {
        stack.target()
                .execute("INSERT INTO mysql_relay.ddl_orders (migration, txn, ordinal, action, statement)"
                        + " SELECT migration, txn, ordinal, '" + action + "', " + statement
                        + " FROM mysql_relay.ddl_log WHERE migration = '" + name + ".changes' AND state = 'failed'");
    }

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void byDefaultTheStreamGoesOnAndTheFailureIsKept(MySqlDistribution version) {
        Stack stack = Stack.shared(version);
        stack.source().execute("CREATE DATABASE passed", "CREATE TABLE passed.t (id INT PRIMARY KEY, v INT)");
        try (Migration migration =
                stack.migration("passed").sink("ddl.error.policy", null).start().awaitPhase("incremental")) {
            migration.awaitApplied();
            stack.target().execute("ALTER TABLE passed.t ADD INDEX i (v)");
            stack.source().execute("ALTER TABLE passed.t ADD INDEX i (v)", "INSERT INTO passed.t VALUES (1, 1)");
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "passed"::equals);
            assertThat(failed(stack, "passed")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void aRetriedStatementIsAppliedWithoutARestartOnceItsCauseIsGone(MySqlDistribution version) {
        Stack stack = Stack.shared(version);
        stack.source().execute("CREATE DATABASE retried", "CREATE TABLE retried.t (id INT PRIMARY KEY, v INT)");
        try (Migration migration = stack.migration("retried")
                .sink("ddl.error.policy", "retry")
                .start()
                .awaitPhase("incremental")) {
            migration.awaitApplied();
            stack.target().execute("ALTER TABLE retried.t ADD INDEX i (v)");
            stack.source().execute("ALTER TABLE retried.t ADD INDEX i (v)", "INSERT INTO retried.t VALUES (1, 1)");
            migration.await("a failure in the log", () -> "1".equals(failed(stack, "retried")), Duration.ofMinutes(1));
            stack.target().execute("ALTER TABLE retried.t DROP INDEX i");
            migration.awaitApplied();
            Equality.check(stack.source(), stack.target(), "retried"::equals);
            assertThat(failed(stack, "retried")).isEqualTo("0");
        }
    }

    private static String failed(Stack stack, String name) {
        return Sql.valueOrNull(
                stack.target(),
                "SELECT COUNT(*) FROM mysql_relay.ddl_log WHERE state = 'failed' AND migration = '" + name
                        + ".changes'");
    }
}
