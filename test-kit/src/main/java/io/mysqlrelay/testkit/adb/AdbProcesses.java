package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.MetadataViews;
import io.mysqlrelay.testkit.adb.rules.Plan;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What sessions see of each other and may do to each other. Documents leave open whether SHOW PROCESSLIST covers all
 * front-end nodes and what KILL PROCESS does to an idle session, and an account's rights may be small. Thread-safe;
 * takes effect with the next statement of any session.
 */
public final class AdbProcesses {
    private static final int NO_SUCH_THREAD = 1094;

    private final MySqlServer backing;
    private Listing listing = Listing.ALL;
    private Kill kill = Kill.ENDS_SESSION;
    private Duration delay = Duration.ZERO;

    AdbProcesses(MySqlServer backing) {
        this.backing = backing;
    }

    /** What SHOW PROCESSLIST shows. */
    public enum Listing {
        /** The account's sessions on every node. */
        ALL,
        /** Those on the node of the asking session, which are also the only ones that it can end. */
        OWN_NODE,
        /** Nothing: it is refused, as if the account had no right to it or the cluster did not have it. */
        REFUSED
    }

    /** What KILL PROCESS does. */
    public enum Kill {
        /** Ends the statement and its session. */
        ENDS_SESSION,
        /** Ends the statement; its session stays, and is listed. */
        ENDS_STATEMENT,
        REFUSED
    }

    public synchronized void listing(Listing shown) {
        listing = shown;
    }

    public synchronized void kill(Kill effect) {
        kill = effect;
    }

    /** KILL PROCESS is answered at once, and has its effect so much later. */
    public synchronized void killTakes(Duration time) {
        delay = time;
    }

    /** As at the beginning. */
    public synchronized void clear() {
        listing = Listing.ALL;
        kill = Kill.ENDS_SESSION;
        delay = Duration.ZERO;
    }

    /**
     * @param asking number of the session
     * @return what is done in place of the plan
     */
    synchronized Plan seen(Plan plan, long asking) {
        if (plan.kind() == Plan.Kind.KILL) {
            return killing(plan, asking);
        }
        String all = MetadataViews.QUOTED + "." + MetadataViews.PROCESSES;
        String quoted = MetadataViews.QUOTED + ".`" + MetadataViews.PROCESSES + "`";
        if (plan.kind() != Plan.Kind.READ
                || listing == Listing.ALL
                || !(plan.sql().contains(all) || plan.sql().contains(quoted))) {
            return plan;
        }
        if (listing == Listing.REFUSED) {
            throw AdbError.refused("Access denied; you need PROCESS privilege for this operation");
        }
        String own = MetadataViews.QUOTED + "." + MetadataViews.PROCESSES_OF_NODE;
        return plan.withSql(plan.sql().replace(all, own).replace(quoted, own));
    }

    /** Hides a session from all others, or shows it again. */
    void hide(long session, boolean hidden) {
        backing.execute(
                hidden
                        ? "REPLACE INTO " + MetadataViews.UNSEEN + " VALUES (" + session + ")"
                        : "DELETE FROM " + MetadataViews.UNSEEN + " WHERE id = " + session);
    }

    private Plan killing(Plan plan, long asking) {
        long session = Long.parseLong(plan.sql().substring(plan.sql().indexOf(' ') + 1));
        if (kill == Kill.REFUSED) {
            throw AdbError.refused("Access denied; you need PROCESS privilege for this operation");
        }
        if (listing == Listing.OWN_NODE && MetadataViews.node(session) != MetadataViews.node(asking)) {
            throw new AdbError(NO_SUCH_THREAD, "HY000", "process not exist => " + session);
        }
        String sql = kill == Kill.ENDS_STATEMENT ? "KILL QUERY " + session : plan.sql();
        if (delay.isZero()) {
            return plan.withSql(sql);
        }
        Duration after = delay;
        AdbStandIn.daemon("adb-kill-" + session, () -> later(sql, after));
        return plan.withSql(null);
    }

    private void later(String sql, Duration after) {
        try (Connection connection = backing.connection();
                Statement statement = connection.createStatement()) {
            Thread.sleep(after.toMillis());
            statement.execute(sql);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw new IllegalStateException("a session of the stand-in cannot be ended: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
