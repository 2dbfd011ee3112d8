package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.XaSession;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** XA transactions that are prepared now and end later: after other changes, after restarts, after each other. */
class XaIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int MANY = 6_000;

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void whatWasPreparedCountsWhenItIsCommittedAndOnlyThen(MySqlDistribution version) throws SQLException {
        Stack stack = Stack.shared(version);
        stack.source()
                .execute(
                        "CREATE DATABASE xa_data",
                        "CREATE DATABASE other_data",
                        "CREATE TABLE other_data.t (id INT PRIMARY KEY)",
                        "CREATE TABLE xa_data.t (id INT PRIMARY KEY, v VARCHAR(200))",
                        "CREATE TABLE xa_data.heap (a INT)",
                        "INSERT INTO xa_data.t VALUES (1, 'one'), (2, 'two'), (3, 'three')",
                        "INSERT INTO xa_data.heap VALUES (1), (1), (2)");
        try (Migration migration = stack.migration("xa").start();
                XaSession first = new XaSession(stack.source());
                XaSession second = new XaSession(stack.source());
                XaSession third = new XaSession(stack.source());
                XaSession between = new XaSession(stack.source())) {
            migration.awaitPhase("incremental").awaitApplied();
            first.prepare(
                    "first",
                    "UPDATE xa_data.t SET v = 'first' WHERE id = 1",
                    "DELETE FROM xa_data.heap WHERE a = 1 LIMIT 1",
                    "INSERT INTO other_data.t VALUES (1)");
            second.prepare(
                    "second",
                    "UPDATE xa_data.t SET v = 'second' WHERE id = 2",
                    "INSERT INTO xa_data.t VALUES (20, 'x')");
            third.prepare("third", "INSERT INTO other_data.t VALUES (3)");
            between.run("INSERT INTO xa_data.t VALUES (4, 'between')", "UPDATE xa_data.t SET v = 'three' WHERE id = 3");
            migration.awaitApplied();
            assertThat(Sql.rows(stack.target(), "SELECT id, v FROM xa_data.t ORDER BY id"))
                    .containsExactly("1|one", "2|two", "3|three", "4|between");
            assertThat(parked(stack)).isEqualTo("3");
            restart(stack, migration);
            second.run("XA COMMIT 'second'");
            migration.awaitApplied();
            assertThat(Sql.rows(stack.target(), "SELECT id, v FROM xa_data.t ORDER BY id"))
                    .containsExactly("1|one", "2|second", "3|three", "4|between", "20|x");
            first.run("XA COMMIT 'first'");
            third.run("XA ROLLBACK 'third'");
            // The same name again, taken back; and more changes than one piece and one window hold.
            second.prepare("second", "DELETE FROM xa_data.t WHERE id < 4");
            third.prepare("many", many());
            restart(stack, migration);
            second.run("XA ROLLBACK 'second'");
            between.run("UPDATE xa_data.heap SET a = 9 WHERE a = 2");
            restart(stack, migration);
            third.run("XA COMMIT 'many'");
            between.run("ALTER TABLE xa_data.t ADD COLUMN w INT", "UPDATE xa_data.t SET w = id");
            migration.awaitApplied();
            assertThat(parked(stack)).isEqualTo("0");
            Equality.check(stack.source(), stack.target(), "xa_data"::equals);
        }
    }

    private static String[] many() {
        return IntStream.range(0, MANY / 1_000)
                .mapToObj(i -> IntStream.range(0, 1_000)
                        .mapToObj(j -> "(" + (1_000 + i * 1_000 + j) + ", REPEAT('" + (char) ('a' + i) + "', 200))")
                        .collect(Collectors.joining(", ", "INSERT INTO xa_data.t VALUES ", "")))
                .toArray(String[]::new);
    }

    private static String parked(Stack stack) {
        return Sql.rows(stack.target(), "SELECT COUNT(DISTINCT xid) FROM mysql_relay.xa_pending")
                .get(0);
    }

    private static void restart(Stack stack, Migration migration) {
        for (String connector : new String[] {migration.sourceName(), migration.sinkName()}) {
            stack.rest().restart(connector);
            stack.rest().awaitRunning(connector, LIMIT);
        }
    }
}
