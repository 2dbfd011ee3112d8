package io.mysqlrelay.sink.mysql.session;

import com.mysql.cj.NativeSession;
import com.mysql.cj.jdbc.JdbcConnection;
import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.jdbc.TargetSession;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The connection for row changes and the relay's own tables, in a known state, autocommit off. Used by one thread at a time. */
public final class DmlSession extends TargetSession {
    /**
     * Not strict, because strict modes refuse ENUM index 0 and invalid dates that the source holds; every statement's
     * warnings are looked at instead, all of them, in the language that tells what they are about. Referential checks are off: the source has done them. The largest timeout that
     * MySQL accepts keeps the session, and the lock it holds, through a quiet year.
     */
    private static final String KNOWN_STATE = """
            SET NAMES utf8mb4, SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES',
            SESSION transaction_isolation = 'READ-COMMITTED', SESSION time_zone = '+00:00',
            SESSION foreign_key_checks = 0, SESSION unique_checks = 1, SESSION sql_safe_updates = 0,
            SESSION sql_auto_is_null = 0, SESSION sql_select_limit = DEFAULT, SESSION innodb_lock_wait_timeout = 20,
            SESSION lock_wait_timeout = 60, SESSION wait_timeout = 31536000,
            SESSION max_execution_time = 0, SESSION lc_messages = 'en_US', @mysql_relay_writer = 1""";

    /** As in the known state. */
    public static final int ROW_LOCK_SECONDS = 20;

    public static final int TABLE_LOCK_SECONDS = 60;

    private final TargetConnections connections;
    private final NativeSession driver;
    private final long maxPacket;
    private final long maxWarnings;
    private final TargetMeter meter;
    private int rowLockSeconds = ROW_LOCK_SECONDS;
    private int tableLockSeconds = TABLE_LOCK_SECONDS;

    /** Rows of the transaction that is open. */
    private long written;

    private long writtenAtSavepoint;

    private final int serverVersion;

    private DmlSession(TargetConnections connections, Connection connection, TargetMeter meter) throws SQLException {
        super(connection);
        this.connections = connections;
        this.meter = meter;
        this.driver = (NativeSession) connection.unwrap(JdbcConnection.class).getSession();
        try (Statement statement = connection.createStatement()) {
            statement.execute(KNOWN_STATE);
        }
        this.maxPacket = number("SELECT @@SESSION.max_allowed_packet");
        this.maxWarnings = number("SELECT @@SESSION.max_error_count");
        this.serverVersion = ServerVersion.parse(text(ServerVersion.QUERY)).number();
        connection.setAutoCommit(false);
    }

    /** A session that belongs to no target. */
    public static DmlSession open(ConnectionSettings settings, TargetMeter meter) throws SQLException {
        return open(new TargetConnections(settings), meter);
    }

    /** @param meter is told what is sent and committed */
    public static DmlSession open(TargetConnections connections, TargetMeter meter) throws SQLException {
        Connection connection = connections.dml();
        try {
            return new DmlSession(connections, connection, meter);
        } catch (SQLException e) {
            connections.close(connection);
            throw e;
        }
    }

    /** @return 80033 for MySQL 8.0.33 */
    public int serverVersion() {
        return serverVersion;
    }

    /** The connection itself, for statements with many parameters. */
    @Override
    public Connection connection() {
        return super.connection();
    }

    /** Largest statement that the server accepts, in bytes. */
    public long maxPacket() {
        return maxPacket;
    }

    /** How many warnings of a statement the server lists ({@code max_error_count}, which needs a privilege to be set). */
    public long maxWarnings() {
        return maxWarnings;
    }

    @Override
    public String now() {
        return "NOW(6)";
    }

    /** True if any statement of the last round trip had a warning; costs nothing: the answer carries the count. */
    public boolean warned() {
        return driver.hadWarnings();
    }

    /**
     * Off except for single changes whose referential actions the server has to carry out.
     *
     * @param on whether the statements that follow check foreign keys, and act by them
     */
    public void checkForeignKeys(boolean on) throws SQLException {
        update(foreignKeyChecks(on));
    }

    public static String foreignKeyChecks(boolean on) {
        return "SET SESSION foreign_key_checks = " + (on ? 1 : 0);
    }

    /** How long statements wait for locks of other sessions; no round trip when nothing changes. */
    public void waitForLocks(int rowSeconds, int tableSeconds) throws SQLException {
        if (rowSeconds != rowLockSeconds || tableSeconds != tableLockSeconds) {
            update("SET SESSION innodb_lock_wait_timeout = " + rowSeconds + ", SESSION lock_wait_timeout = "
                    + tableSeconds);
            rowLockSeconds = rowSeconds;
            tableLockSeconds = tableSeconds;
        }
    }

    /** For the meter: statements with row changes are about to be sent. */
    public void sending(int statements) {
        meter.sent(statements);
    }

    /** For the meter: they have done what they should to so many rows. */
    public void wrote(int rows) {
        written += rows;
    }

    public void commit() throws SQLException {
        connection().commit();
        meter.committed(written);
        written = 0;
    }

    /** There is one at a time: it replaces an earlier one. */
    public void savepoint(String name) throws SQLException {
        update("SAVEPOINT " + name);
        writtenAtSavepoint = written;
    }

    public void rollbackTo(String savepoint) throws SQLException {
        update("ROLLBACK TO SAVEPOINT " + savepoint);
        written = writtenAtSavepoint;
    }

    public void rollback() throws SQLException {
        written = 0;
        connection().rollback();
    }

    @Override
    public void close() throws SQLException {
        connections.close(connection());
    }
}
