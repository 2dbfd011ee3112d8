package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.faults.BreakableStack;
import io.mysqlrelay.it.faults.Fault;
import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.it.workload.Workload;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Everything that a migration stands on fails at random moments of the load and of the changes, nobody touches the
 * connectors, and the target is equal at the end.
 */
class FaultsIT {
    private static final int FEW = 20;
    private static final int FEW_FOR_ANALYTICDB = 8;
    /** In one migration; more would be a longer run of the same. */
    private static final int MOST = 20;

    /** Read in so many pages that it takes some seconds: long enough for faults to strike in it. */
    private static final int ROWS_TO_READ = 60_000;

    private static final Set<String> ROWS = Set.of("full", "incremental");
    private static final String PAGE = "40";

    private static final Duration LIMIT = Duration.ofMinutes(4);

    @Test
    void theTargetIsEqualAfterAnyFaults() throws Exception {
        Random random = new Random(Seed.next("FaultsIT"));
        List<Fault> faults = Fault.deal(wanted(FEW), random, of());
        List<MySqlDistribution> versions = Versions.all();
        int last = versions.size() - 1;
        for (int v = 0; v <= last; v++) {
            List<Fault> share = new ArrayList<>();
            for (int i = 0; i < faults.size(); i++) {
                // MySQL 8.0.12 ends, for good, when it takes a large value back for which there was no room.
                if (v == (faults.get(i) == Fault.TARGET_DISK_FULL ? last : i % versions.size())) {
                    share.add(faults.get(i));
                }
            }
            onOneVersion(versions.get(v), share, random);
        }
    }

    private static void onOneVersion(MySqlDistribution version, List<Fault> faults, Random random)
            throws InterruptedException {
        try (BreakableStack stack = BreakableStack.start(version)) {
            migrateInParts(stack, faults, random);
        }
    }

    @Test
    void analyticDbIsEqualAfterAnyFaults() throws Exception {
        Random random = new Random(Seed.next("FaultsIT AnalyticDB"));
        List<Fault> faults = Fault.dealForAnalyticDb(wanted(FEW_FOR_ANALYTICDB), random, of());
        try (BreakableStack stack = BreakableStack.startForAnalyticDb(Versions.newer())) {
            migrateInParts(stack, faults, random);
        }
    }

    private static int wanted(int byDefault) {
        String wanted = System.getProperty("relay.faults", "");
        return wanted.isBlank() ? byDefault : Integer.parseInt(wanted);
    }

    private static String of() {
        return System.getProperty("relay.faults.of", "");
    }

    private static void migrateInParts(BreakableStack stack, List<Fault> faults, Random random)
            throws InterruptedException {
        for (int from = 0; from < faults.size(); from += MOST) {
            if (stack.adb() != null) {
                stack.limitProcesses(random);
            }
            String name = "faults" + from;
            migrate(stack, name, faults.subList(from, Math.min(from + MOST, faults.size())), random);
            Sql.dropDatabases(stack.source(), name);
            Sql.dropDatabases(stack.target(), name);
        }
    }

    private static void migrate(BreakableStack stack, String name, List<Fault> faults, Random random)
            throws InterruptedException {
        String database = name + "_data";
        try (Workload workload =
                        new Workload(stack.source(), database, random.nextLong()).createTables(6_000, ROWS_TO_READ);
                Migration migration = stack.migration(name).source("full.chunk.rows", PAGE)) {
            migrate(stack, workload, migration, faults, random);
            if (stack.adb() == null) {
                Equality.checkAfterRollbacks(stack.source(), stack.target(), database::equals);
            } else {
                Equality.checkAnalyticDb(stack.source(), stack.adb(), database::equals);
            }
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nThe worker's log: " + stack.keepLog(name), e);
        }
    }

    /** @return the table whose rows come; null between two and outside the load */
    private static String reading(BreakableStack stack, Migration migration) {
        return Sql.valueOrNull(
                stack.target(),
                "SELECT tbl FROM mysql_relay.tables WHERE state = 'loading' AND migration = '" + migration.topic()
                        + "'");
    }

    private static void migrate(
            BreakableStack stack, Workload workload, Migration migration, List<Fault> faults, Random random)
            throws InterruptedException {
        workload.start();
        migration.start();
        int inLoad = faults.size() / 3;
        for (int i = 0; i < faults.size(); i++) {
            if (i == inLoad) {
                migration.awaitPhase("incremental");
                workload.changeStructure();
            } else if (i > 0 && i < inLoad) {
                // Else most of them would strike before the first row is read.
                migration.await("rows", () -> ROWS.contains(String.valueOf(migration.phase())), LIMIT);
            }
            Thread.sleep(random.nextInt(3_000));
            Print.line(migration.name() + ": fault " + (i + 1) + ", " + faults.get(i) + ", phase " + migration.phase()
                    + ", reading " + reading(stack, migration) + ", " + workload.done() + " steps done");
            faults.get(i).strike(stack, workload, random);
        }
        workload.end();
        assertThat(workload.done()).isPositive();
        migration.awaitApplied(LIMIT);
        Print.line(migration.name() + ": " + workload.done() + " steps applied after " + faults.size() + " faults");
    }
}
