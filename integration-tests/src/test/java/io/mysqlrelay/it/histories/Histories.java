package io.mysqlrelay.it.histories;

import io.mysqlrelay.it.stage.Equality;
import io.mysqlrelay.it.stage.Migration;
import io.mysqlrelay.it.stage.Print;
import io.mysqlrelay.it.stage.Stack;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Many histories, in migrations of some databases each, all between the same two servers. */
public final class Histories {
    private static final int PER_MIGRATION = 20;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Stack stack;
    private final String version;
    private final List<String> failures = new ArrayList<>();

    private Histories(Stack stack, String version) {
        this.stack = stack;
        this.version = version;
    }

    /** @param seed of the first history; the others have the numbers behind it */
    public static void run(MySqlDistribution version, long seed, int count) throws Exception {
        Histories histories = new Histories(Stack.shared(version), version.version());
        for (int first = 0; first < count; first += PER_MIGRATION) {
            histories.migrate(seed + first, Math.min(count - first, PER_MIGRATION));
        }
        if (!histories.failures.isEmpty()) {
            throw new AssertionError(String.join("\n", histories.failures));
        }
    }

    /** A migration that fails is written down, and the next one goes on. */
    private void migrate(long seed, int count) throws Exception {
        String name = String.format(Locale.ROOT, "histories%011d", seed);
        List<History> histories = IntStream.range(0, count)
                .mapToObj(i -> new History(name + "_" + i, seed + i, !version.equals("8.0.12")))
                .toList();
        try (Migration migration = stack.migration(name)) {
            run(migration, histories);
            Print.line("MySQL " + version + ", seed " + seed + ": " + count + " histories, "
                    + histories.stream().mapToInt(History::executed).sum() + " statements, "
                    + histories.stream().mapToInt(History::refused).sum() + " more were refused");
            migration.awaitApplied(LIMIT);
        } catch (AssertionError e) {
            failed("seed " + seed, e, histories);
            return;
        }
        for (History history : histories) {
            try {
                Equality.checkAfterConversions(stack.source(), stack.target(), history.database()::equals);
            } catch (AssertionError e) {
                failed("seed " + history.seed(), e, List.of(history));
            }
        }
    }

    private void run(Migration migration, List<History> histories) throws SQLException {
        try (Connection session = lenient()) {
            for (History history : histories) {
                history.prepare(session);
            }
        }
        migration.start();
        migration.awaitPhase("incremental");
        for (History history : histories) {
            try (Connection session = lenient()) {
                history.live(session);
            } catch (History.ServerEnded e) {
                // 8.0.12 dies of some ALTER TABLE. What it had committed before must be in the target all the same.
                Print.line(e.getMessage());
                stack.source().kill();
                stack.source().start();
            }
        }
    }

    /** So that fewer statements are refused, and odd values get in. */
    private Connection lenient() throws SQLException {
        Connection session = stack.source().connection();
        try (Statement statement = session.createStatement()) {
            statement.execute("SET SESSION sql_mode = ''");
        }
        return session;
    }

    private void failed(String what, AssertionError error, List<History> histories) throws IOException {
        Path folder =
                Files.createDirectories(Path.of("target", "histories", version).toAbsolutePath());
        for (History history : histories) {
            Files.writeString(folder.resolve(history.database() + ".sql"), history.text());
        }
        String failure = "MySQL " + version + ", " + what + ", statements in " + folder + ": " + error.getMessage();
        Print.line(failure.lines().findFirst().orElseThrow());
        failures.add(failure);
    }
}
