package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.it.stage.WorkerPair;
import io.mysqlrelay.it.workload.Workload;
import io.mysqlrelay.testkit.Seed;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SIGKILL of the worker at random moments of the load and of the changes: the target is equal at the end. */
class KillIT {
    private static final int MIGRATIONS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static Stack stack;
    private static WorkerPair workers;

    @BeforeAll
    static void start() {
        stack = Stack.startWithoutWorker(Stack.server(Versions.older()), Stack.server(Versions.older()));
        workers = new WorkerPair(stack);
        workers.first().start();
    }

    @AfterAll
    static void stop() {
        workers.close();
        stack.close();
    }

    @Test
    void aWorkerThatIsKilledAgainAndAgainLosesAndDoublesNothing() throws Exception {
        String wanted = System.getProperty("relay.faults", "");
        int kills = wanted.isBlank() ? 20 : Integer.parseInt(wanted);
        int migrations = Math.min(MIGRATIONS, kills);
        long seed = Seed.next("KillIT");
        Random random = new Random(seed);
        for (int i = 0; i < migrations; i++) {
            int share = kills / migrations + (i < kills % migrations ? 1 : 0);
            migrateUnderKills("kill" + i, share, random, seed + i);
        }
    }

    private static void migrateUnderKills(String name, int kills, Random random, long seed) throws Exception {
        String database = name + "_data";
        try (Workload workload = new Workload(stack.source(), database, seed).createTables(8_000);
                Migration migration =
                        Migration.through(stack, workers::rest, name).source("full.chunk.rows", "200")) {
            workload.start();
            migration.start();
            for (int kill = 0; kill < kills; kill++) {
                if (kill == kills / 2) {
                    migration.await("phase incremental", () -> "incremental".equals(migration.phase()), LIMIT);
                    workload.changeStructure();
                }
                // The load begins a few seconds after a start; changes follow at once.
                int pause = kill < kills / 2 ? 500 + random.nextInt(6_000) : random.nextInt(4_000);
                Thread.sleep(pause);
                Print.line(name + ": kill " + (kill + 1) + " after " + pause + " ms, phase " + migration.phase() + ", "
                        + workload.done() + " steps done");
                workers.first().kill();
                workers.first().start();
            }
            workload.end();
            assertThat(workload.done()).isPositive();
            migration.awaitApplied(LIMIT);
            Print.line(name + ": " + workload.done() + " steps applied");
            Equality.checkAfterRollbacks(stack.source(), stack.target(), database::equals);
        }
    }
}
