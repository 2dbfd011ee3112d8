package io.mysqlrelay.cli.progress;

import io.mysqlrelay.cli.UserError;
import io.mysqlrelay.cli.host.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows a migration's progress until it completes or stops. An outage of the target is shown and outlived. */
public final class Follower {
    private static final long LOOK_MILLIS = 500;

    private final ProgressPrinter printer;
    private final Map<String, String> target;
    private final String migration;
    private Connection session;
    private boolean outage;

    /**
     * @param target the sink connector's settings, secrets resolved
     * @param migration name of the change topic
     */
    public Follower(ProgressPrinter printer, Map<String, String> target, String migration) {
        this.printer = printer;
        this.target = target;
        this.migration = migration;
    }

    /**
     * @param failure asked again and again: why the migration has stopped
     * @return that reason, or empty when the migration completed
     */
    public Optional<String> follow(Supplier<Optional<String>> failure) throws InterruptedException {
        try {
            while (true) {
                Optional<String> reason = failure.get();
                if (reason.isPresent() || look()) {
                    printer.endLine();
                    return reason;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } finally {
            close();
        }
    }

    private boolean look() {
        try {
            if (session == null) {
                session = Servers.target(target);
            }
            Snapshot snapshot = new ProgressReader(
                            session, target.getOrDefault("checkpoint.database", "mysql_relay"), migration)
                    .read();
            printer.show(snapshot);
            outage = false;
            return snapshot.completed();
        } catch (SQLException | UserError e) {
            // The sink retries by itself; this is only the display, said once per outage.
            if (!outage) {
                printer.note("the target cannot be asked for progress: " + e.getMessage());
            }
            outage = true;
            close();
            return false;
        }
    }

    private void close() {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException e) {
                printer.note("a progress session was already gone: " + e.getMessage());
            }
            session = null;
        }
    }
}
