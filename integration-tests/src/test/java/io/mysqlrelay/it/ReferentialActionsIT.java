package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.workload.FamilyWriter;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random tables with random foreign keys, written to before, during and after their load, are equal at the end. */
class ReferentialActionsIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int FAMILIES = Integer.getInteger("relay.families", 6);
    private static final int STATEMENTS = 400;

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.it.stage.Versions#all")
    void whatForeignKeysDoIsDoneInTheTargetToo(MySqlDistribution version) {
        Stack stack = Stack.shared(version);
        String name = "family";
        long seed = Seed.next("ReferentialActionsIT");
        List<FamilyWriter> families = new ArrayList<>();
        for (int i = 0; i < FAMILIES; i++) {
            FamilyWriter family = new FamilyWriter(name + "_" + i, seed + i).create(stack.source());
            assertThat(family.write(stack.source(), STATEMENTS)).isPositive();
            families.add(family);
        }
        try (Migration migration = stack.migration(name).source("full.chunk.rows", "5")) {
            // From before the start on, so that the start, too, is in the middle of the writing.
            CompletableFuture<Void> during = CompletableFuture.runAsync(() -> write(stack, families));
            migration.start();
            during.join();
            migration.awaitPhase("incremental");
            write(stack, families);
            migration.awaitApplied(LIMIT);
            Equality.check(stack.source(), stack.target(), database -> database.startsWith(name));
        }
    }

    private static void write(Stack stack, List<FamilyWriter> families) {
        int done = families.parallelStream()
                .mapToInt(f -> f.write(stack.source(), STATEMENTS))
                .sum();
        Print.line(done + " of " + STATEMENTS * families.size() + " statements succeeded");
    }
}
