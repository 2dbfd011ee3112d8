package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Plugins;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.SharedStacks;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One transaction of many rows, a million with {@code -Drelay.rows=1000000}: the worker's memory must not grow with it. */
@ExtendWith(SharedStacks.class)
class LargeTransactionIT {
    /** As JSON three times the heap. */
    private static final int ROWS = Integer.getInteger("relay.rows", 400_000);

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String SUM = "SELECT COUNT(*), BIT_XOR(CRC32(CONCAT(id, v))) FROM many_rows.t";

    @Test
    void manyRowsInOneTransactionFitIntoASmallHeap() {
        Stack stack = Stack.shared(Versions.newer());
        stack.source()
                .execute("CREATE DATABASE many_rows", "CREATE TABLE many_rows.t (id INT PRIMARY KEY, v VARCHAR(40))");
        try (ConnectWorkerProcess worker = new ConnectWorkerProcess(
                        stack.folder().resolve("small"),
                        stack.broker().bootstrapServers(),
                        Plugins.path(),
                        Map.of(
                                "group.id",
                                "small",
                                "config.storage.topic",
                                "small-configs",
                                "offset.storage.topic",
                                "small-offsets",
                                "status.storage.topic",
                                "small-status"),
                        List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
                Migration migration = Migration.through(stack, worker::rest, "many_rows")) {
            worker.start();
            migration.start().awaitPhase("incremental").awaitApplied();
            long begin = System.nanoTime();
            stack.source()
                    .execute("INSERT INTO many_rows.t SELECT /*+ SET_VAR(cte_max_recursion_depth = " + ROWS + ") */ n,"
                            + " CONCAT('row ', n, ' of many') FROM (WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL"
                            + " SELECT n + 1 FROM c WHERE n < " + ROWS + ") SELECT n FROM c) x");
            Print.line(ROWS + " rows written in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            migration.awaitApplied(LIMIT);
            Print.line("applied after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            assertThat(Sql.rows(stack.target(), SUM)).isEqualTo(Sql.rows(stack.source(), SUM));
            assertThat(worker.isRunning()).isTrue();
        }
    }
}
