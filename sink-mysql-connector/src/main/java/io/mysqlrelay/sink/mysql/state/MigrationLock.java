package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.config.LanesConfig;
import io.mysqlrelay.sink.mysql.session.ByteSession;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Named locks of the server, one per session of the owner, held as long as the session lives. They are how a
 * successor finds the sessions to end, and the only thing that a statement, which no transaction guards, can rely on.
 */
public final class MigrationLock {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);

    private static final int WAIT_SECONDS = 10;
    /**
     * Then the caller's sessions are closed and opened again. A session that MySQL 8.0.12 is told to end at the moment when it
     * begins to wait for its client waits for good, on a socket whose number the next connection has got: it ends when that
     * connection does, and that is mostly one of ours.
     */
    private static final int WAIT_ROUNDS = 3;
    /** An owner that was not seen for this long, and whose sessions idle, counts as gone. */
    private static final int ALIVE_SECONDS = 60;

    private static final String CONNECTION_LOST = "08S01";
    private static final int NO_SUCH_THREAD = 1094;
    private static final int KILL_DENIED = 1095;

    private final String migration;
    private final String dmlLock;
    private final String ddlLock;
    private final String laneLock;

    public MigrationLock(StateTables tables, String migration) {
        this.migration = migration;
        String hash = hash(tables.database() + '\0' + migration);
        this.dmlLock = "mysql_relay:dml:" + hash;
        this.ddlLock = "mysql_relay:ddl:" + hash;
        this.laneLock = "mysql_relay:" + hash + ":";
    }

    /**
     * Ends the earlier owner's sessions, takes both locks and raises the epoch. Returns when nothing of the earlier
     * owner runs any more: a killed ALTER rolls back before its session releases the lock.
     *
     * @param owner this task's identity; a live owner with another identity is not replaced but reported
     */
    public static Ownership take(
            DmlSession dml, ByteSession ddl, StateTables tables, String migration, String owner, Long lastEpoch)
            throws SQLException {
        MigrationLock lock = new MigrationLock(tables, migration);
        lock.refuseOther(dml, tables.name("owner"), owner, lastEpoch);
        lock.acquire(dml, lock.dmlLock, sql -> dml.text(sql));
        lock.acquire(
                dml, lock.ddlLock, sql -> ddl.query(sql).values().iterator().next());
        lock.endLanes(dml);
        return Ownership.take(dml, tables, migration, owner, lastEpoch);
    }

    /**
     * Makes the session one of the owner's, so that a successor finds it. Ends one of an earlier owner in its place. The
     * caller's transaction must hold the lock on the epoch.
     *
     * @param number from 0, below {@link LanesConfig#MOST_THREADS}
     */
    public void takeLane(DmlSession session, int number) throws SQLException {
        acquire(session, laneLock + number, sql -> session.text(sql));
    }

    /** One that a paused task takes after this holds up the epoch: the owner that is being made would find it then. */
    private void endLanes(DmlSession dml) throws SQLException {
        String holders = IntStream.range(0, LanesConfig.MOST_THREADS)
                .mapToObj(n -> "IS_USED_LOCK('" + laneLock + n + "')")
                .collect(Collectors.joining(", "));
        String[] found = dml.rows("SELECT " + holders).get(0);
        for (int n = 0; n < LanesConfig.MOST_THREADS; n++) {
            if (found[n] != null) {
                takeLane(dml, n);
                dml.text("SELECT RELEASE_LOCK(?)", laneLock + n);
            }
        }
    }

    /** @return true if the session still holds the lock that allows statements */
    public static boolean held(ByteSession ddl, StateTables tables, String migration) throws SQLException {
        String lock = new MigrationLock(tables, migration).ddlLock;
        return ddl.query("SELECT IS_USED_LOCK('" + lock + "') = CONNECTION_ID()")
                .containsKey("1");
    }

    private void refuseOther(DmlSession dml, String table, String owner, Long lastEpoch) throws SQLException {
        List<String[]> rows = dml.rows(
                "SELECT owner, epoch, TIMESTAMPDIFF(SECOND, seen_at, NOW(6)) FROM " + table
                        + " WHERE migration = ? AND role = 'apply'",
                migration);
        dml.commit();
        if (rows.isEmpty()) {
            return;
        }
        if (lastEpoch != null && !rows.get(0)[1].equals(lastEpoch.toString())) {
            throw Ownership.takenOver(migration);
        }
        if (rows.get(0)[0].equals(owner)) {
            return;
        }
        boolean seen = Long.parseLong(rows.get(0)[2]) < ALIVE_SECONDS;
        for (String name : List.of(dmlLock, ddlLock)) {
            String holder = dml.text("SELECT IS_USED_LOCK(?)", name);
            if (holder != null && (seen || busy(dml, holder))) {
                throw new RelayException(
                        ErrorCode.OTHER_OWNER,
                        "migration " + migration + " is written by " + rows.get(0)[0] + ", session " + holder);
            }
        }
    }

    /** A statement of hours keeps its owner from being seen. */
    private static boolean busy(DmlSession dml, String holder) throws SQLException {
        String command = dml.text("SELECT command FROM information_schema.processlist WHERE id = ?", holder);
        return command != null && !command.equals("Sleep");
    }

    private void acquire(DmlSession dml, String name, ScalarQuery query) throws SQLException {
        String ended = null;
        for (int round = 0; round < WAIT_ROUNDS; round++) {
            String holder = dml.text("SELECT IS_USED_LOCK(?)", name);
            if (holder != null && !holder.equals(ended)) {
                if (ended != null) {
                    // Somebody took the lock between our KILL and our GET_LOCK: a successor of ours.
                    throw Ownership.takenOver(migration);
                }
                LOG.info("Ending session {} of the earlier owner of {}", holder, migration);
                kill(dml, holder);
                ended = holder;
            }
            if ("1".equals(query.text("SELECT GET_LOCK('" + name + "', " + WAIT_SECONDS + ")"))) {
                return;
            }
            LOG.info("Waiting for session {} of the earlier owner of {} to end", ended, migration);
            if (Thread.currentThread().isInterrupted()) {
                throw new SQLException("interrupted while waiting for session " + ended + " to end", "40000");
            }
        }
        throw new SQLTransientConnectionException(
                "session " + ended + " has not ended, " + WAIT_ROUNDS * WAIT_SECONDS + " s after its KILL",
                CONNECTION_LOST);
    }

    private void kill(DmlSession dml, String id) throws SQLException {
        try {
            dml.update("KILL " + Long.parseLong(id));
        } catch (SQLException e) {
            if (e.getErrorCode() == KILL_DENIED) {
                throw new RelayException(
                        ErrorCode.OWNER_SESSION,
                        "session " + id + " of another account holds migration " + migration,
                        e);
            }
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            // GET_LOCK takes names of at most 64 characters.
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface ScalarQuery {
        String text(String sql) throws SQLException;
    }
}
