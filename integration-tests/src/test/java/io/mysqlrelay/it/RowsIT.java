package io.mysqlrelay.it;

import io.mysqlrelay.it.rows.RandomRows;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random rows of every type and character set, loaded, inserted, updated and deleted, are the same bytes on both sides. */
class RowsIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final int FEW = 2;

    /** Per table, before the migration and again in its incremental phase. */
    private static final int STATEMENTS = 15;

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void rowsOfEveryTypeArriveExactly(MySqlDistribution version) throws Exception {
        Stack stack = Stack.shared(version);
        long seed = Seed.next("RowsIT");
        String wanted = System.getProperty("relay.rows", "");
        List<AssertionError> failures = new ArrayList<>();
        for (int round = 0; round < (wanted.isBlank() ? FEW : Integer.parseInt(wanted)); round++) {
            String name = "rows" + (seed + round);
            RandomRows rows = new RandomRows(stack.source(), name, seed + round);
            rows.create();
            rows.write(STATEMENTS);
            try (Migration migration = stack.migration(name).source("full.chunk.rows", "7")) {
                migration.start();
                migration.awaitPhase("incremental");
                rows.write(STATEMENTS);
                migration.awaitApplied(LIMIT);
                Equality.check(stack.source(), stack.target(), name::equals);
            } catch (AssertionError e) {
                Print.line("seed " + (seed + round) + " failed, statements in " + rows.saved());
                failures.add(e);
            }
            Print.line("MySQL " + version.version() + ", seed " + (seed + round) + ": " + rows);
        }
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
            throw failures.get(0);
        }
    }
}
