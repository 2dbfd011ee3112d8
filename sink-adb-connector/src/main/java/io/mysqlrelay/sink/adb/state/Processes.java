package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cluster's list of processes, as far as it shows one: perhaps not to this account, and perhaps not what is connected to
 * another of its nodes. So who is not listed need not have ended.
 */
final class Processes {
    private static final Logger LOG = LoggerFactory.getLogger(Processes.class);
    private static final String SESSION = "ID";
    /** AnalyticDB names a process by another number than its session; MySQL's list does not have it. */
    private static final String PROCESS = "PROCESSID";

    private final AdbSession session;
    private final Set<String> asked = new HashSet<>();
    private boolean refused;

    Processes(AdbSession session) {
        this.session = session;
    }

    /**
     * Looks which of these sessions are listed, and asks for the end of each.
     *
     * @return those that are listed; whether they end shows when this is called again
     * @throws SQLException if nothing can be said now, not if the cluster does not tell at all
     */
    Set<Long> end(Set<Long> sessions) throws SQLException {
        Set<Long> listed = new HashSet<>();
        for (Map.Entry<Long, String> process : list().entrySet()) {
            if (sessions.contains(process.getKey())) {
                listed.add(process.getKey());
                kill(process.getKey(), process.getValue());
            }
        }
        return listed;
    }

    /** @return by the numbers of their sessions, how the processes are named to KILL */
    private Map<Long, String> list() throws SQLException {
        Map<Long, String> processes = new HashMap<>();
        try {
            for (Map<String, String> row : session.labelled("SHOW PROCESSLIST")) {
                String id = row.get(SESSION);
                String process = row.get(PROCESS);
                // What has another kind of name is none of the sessions that the driver knows.
                if (id != null && id.matches("\\d+")) {
                    processes.put(Long.valueOf(id), process == null ? id : "PROCESS " + literal(process));
                }
            }
        } catch (SQLException e) {
            ErrorKind kind = AdbErrors.kind(e);
            if (kind.isTransient()) {
                throw e;
            }
            if (!refused) {
                LOG.warn(
                        "SHOW PROCESSLIST is refused, so nobody sees what an earlier owner has under way: {}",
                        AdbErrors.numbers(e));
            }
            refused = true;
        }
        return processes;
    }

    private static String literal(String process) {
        return process.matches("\\d+") ? process : SqlLiterals.text(process);
    }

    private void kill(long id, String process) throws SQLException {
        if (!asked.add(process)) {
            return;
        }
        LOG.info("Ending session {} of an earlier owner", id);
        try {
            session.run("KILL " + process);
        } catch (SQLException e) {
            if (AdbErrors.kind(e) == ErrorKind.CONNECTION) {
                throw e;
            }
            // It may have ended by itself; if not, it is listed again.
            LOG.warn("Session {} of an earlier owner cannot be ended: {}", id, AdbErrors.numbers(e));
        }
    }
}
