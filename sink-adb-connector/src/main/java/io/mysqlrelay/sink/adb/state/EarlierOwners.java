package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of openings before this one. They are over when none of them has been listed for one socket timeout: what
 * a session sends is carried out, or lost, within this time after it was sent, also when its connection is gone and
 * nothing shows it any more. Sessions that stay in the list keep the target from being opened.
 */
final class EarlierOwners {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierOwners.class);
    private static final long LOOKS_PER_TIMEOUT = 50;
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final AdbSession session;
    private final String migration;
    private final Set<Long> sessions = new HashSet<>();
    private final Set<String> holders = new TreeSet<>();

    /** @param rows connection_id and holder of each */
    EarlierOwners(AdbSession session, String migration, List<String[]> rows) {
        this.session = session;
        this.migration = migration;
        for (String[] row : rows) {
            sessions.add(Long.valueOf(row[0]));
            holders.add(row[1]);
        }
        // The cluster counts anew after a restart.
        sessions.remove(session.id());
    }

    /** @return who has held the sessions */
    Set<String> holders() {
        return holders;
    }

    /** @throws TransientTargetException with RELAY-4022 if sessions do not end */
    void exclude(long timeoutMillis) throws SQLException, TransientTargetException {
        if (holders.isEmpty()) {
            return;
        }
        LOG.info("Waiting {} ms for what the earlier owner of {} may have sent", timeoutMillis, migration);
        Processes processes = new Processes(session);
        long begun = System.nanoTime();
        long listed = begun;
        while (true) {
            Set<Long> left = processes.end(sessions);
            long now = System.nanoTime();
            if (!left.isEmpty()) {
                listed = now;
                if (millis(begun, now) > 2 * timeoutMillis) {
                    throw stillThere(left);
                }
            }
            if (millis(listed, now) >= timeoutMillis) {
                return;
            }
            pause(Math.max(BETWEEN_LOOKS_MILLIS, timeoutMillis / LOOKS_PER_TIMEOUT));
        }
    }

    private TransientTargetException stillThere(Set<Long> left) {
        RelayException error = new RelayException(
                ErrorCode.OWNER_SESSION,
                "sessions " + new TreeSet<>(left) + " of an earlier owner of " + migration
                        + " are listed by SHOW PROCESSLIST and do not end");
        return new TransientTargetException(Kind.OTHER, error.getMessage(), error);
    }

    private static long millis(long from, long to) {
        return TimeUnit.NANOSECONDS.toMillis(to - from);
    }

    private static void pause(long millis) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for an earlier owner", "40000", e);
        }
    }
}
