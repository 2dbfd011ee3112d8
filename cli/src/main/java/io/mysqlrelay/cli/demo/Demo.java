package io.mysqlrelay.cli.demo;

import io.mysqlrelay.cli.UserError;
import io.mysqlrelay.cli.file.ConnectorSettings;
import io.mysqlrelay.cli.file.MigrationFile;
import io.mysqlrelay.cli.host.MigrationRun;
import io.mysqlrelay.cli.host.RelayHost;
import io.mysqlrelay.cli.host.Servers;
import io.mysqlrelay.cli.progress.ProgressPrinter;
import io.mysqlrelay.cli.progress.ProgressReader;
import io.mysqlrelay.cli.progress.Snapshot;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of the demo, in a temporary folder that is removed at the end. */
public final class Demo {
    private static final int WRITERS = 2;
    private static final long LOOK_MILLIS = 250;
    private static final long CATCH_UP_SECONDS = 300;

    private final ProgressPrinter printer;
    private final DemoTarget.Kind kind;
    private final long seed;
    private final int seconds;
    private final ShopSize size;

    /**
     * @param seconds how long to write after the full load
     * @param rows about how many rows the shop has before
     */
    public Demo(ProgressPrinter printer, DemoTarget.Kind kind, long seed, int seconds, int rows) {
        this.printer = printer;
        this.kind = kind;
        this.seed = seed;
        this.seconds = seconds;
        this.size = new ShopSize(rows);
    }

    /** @return true if both servers hold the same at the end */
    public boolean run() throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("mysql-relay-demo");
        printer.note("starting two MySQL servers");
        try (MySqlServer source = MySqlServer.started();
                DemoTarget target = kind.start()) {
            printer.note("source " + source.version() + " on port " + source.port() + " (root, no password), target "
                    + target.words());
            printer.note("filling the shop database");
            ShopScripts.fill(source, size);
            MigrationFile migration = migration(folder, source, target);
            printer.note("starting Kafka and Connect");
            try (RelayHost host = RelayHost.start(folder)) {
                MigrationRun run = new MigrationRun(host.rest(), migration.name());
                printer.expectRows(Servers.estimateRows(migration.source()));
                run.start(ConnectorSettings.of(migration, host.brokerReference()));
                try (Connection session = target.server().connection()) {
                    ProgressReader progress =
                            new ProgressReader(session, "mysql_relay", ConnectorSettings.topic(migration));
                    writeWhileMoving(source, session, run, progress);
                }
            }
            return ShopProof.equal(source, target, printer);
        } finally {
            Folders.delete(folder);
        }
    }

    private static MigrationFile migration(Path folder, MySqlServer source, DemoTarget target) {
        Map<String, String> from = new HashMap<>(target.sourceSettings());
        from.putAll(Map.of(
                "database.hostname", source.host(),
                "database.port", Integer.toString(source.port()),
                "database.user", "root",
                "database.password", "",
                "database.include.list", "shop.*"));
        return new MigrationFile("demo", folder, from, target.settings());
    }

    private void writeWhileMoving(MySqlServer source, Connection target, MigrationRun run, ProgressReader progress)
            throws SQLException, InterruptedException {
        List<ShopWriter> writers = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                ShopWriter writer = new ShopWriter(source.connection(), seed + i, size);
                writers.add(writer);
                writer.start();
            }
            printer.note(WRITERS + " sessions write to the source from now on, seed " + seed);
            watch(run, progress, Snapshot::incremental, 3600);
            printer.note("the full load is done; statements that change tables follow");
            List<String> statements = ShopScripts.changes();
            long pauseMillis = Math.max(200, seconds * 1000L / statements.size());
            try (Connection session = source.connection()) {
                for (String statement : statements) {
                    printer.note("source runs: " + ShopScripts.brief(statement));
                    ShopScripts.execute(session, statement);
                    long until = System.currentTimeMillis() + pauseMillis;
                    watch(run, progress, s -> System.currentTimeMillis() >= until, 3600);
                }
            }
        } finally {
            for (ShopWriter writer : writers) {
                writer.close();
            }
        }
        long written = writers.stream().mapToLong(ShopWriter::transactions).sum();
        printer.note("writers stopped after " + written + " transactions; waiting for the target");
        ShopScripts.fence(source);
        watch(run, progress, s -> ShopScripts.fenceArrived(target), CATCH_UP_SECONDS);
        printer.note("the target has everything the source committed");
    }

    /** Whether what is waited for has happened. */
    private interface Condition {
        boolean test(Snapshot snapshot) throws SQLException;
    }

    private void watch(MigrationRun run, ProgressReader progress, Condition done, long limitSeconds)
            throws SQLException, InterruptedException {
        long limit = System.nanoTime() + limitSeconds * 1_000_000_000L;
        while (true) {
            Snapshot snapshot = progress.read();
            printer.show(snapshot);
            if (done.test(snapshot)) {
                return;
            }
            Optional<String> failure = run.failure();
            if (failure.isPresent()) {
                throw new UserError("the demo stopped: " + failure.get());
            }
            if (System.nanoTime() > limit) {
                throw new UserError("the target did not catch up within " + limitSeconds + " s");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
