package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.it.stage.XaSession;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waits prepared on a source that goes away and comes back, and nobody touches the connectors. */
class OutageIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(Versions.newer());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void preparedXaTransactionsOutliveTheSource() throws Exception {
        stack.source()
                .execute(
                        "CREATE DATABASE survivors",
                        "CREATE TABLE survivors.t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO survivors.t VALUES (1, 'one'), (2, 'two')");
        try (Migration migration = stack.migration("survivors").start()) {
            migration.awaitPhase("incremental").awaitApplied();
            try (XaSession kept = new XaSession(stack.source());
                    XaSession dropped = new XaSession(stack.source())) {
                kept.prepare("kept", "UPDATE survivors.t SET v = 'kept' WHERE id = 1");
                dropped.prepare("dropped", "UPDATE survivors.t SET v = 'dropped' WHERE id = 2");
                migration.awaitApplied();
            }
            stack.source().kill();
            stack.source().start();
            stack.source().execute("INSERT INTO survivors.t VALUES (3, 'three')", "XA COMMIT 'kept'");
            stack.source().restart();
            stack.source().execute("XA ROLLBACK 'dropped'", "INSERT INTO survivors.t VALUES (4, 'four')");
            migration.awaitApplied(LIMIT);
            assertThat(Sql.rows(stack.target(), "SELECT id, v FROM survivors.t ORDER BY id"))
                    .containsExactly("1|kept", "2|two", "3|three", "4|four");
            Equality.check(stack.source(), stack.target(), "survivors"::equals);
        }
    }
}
