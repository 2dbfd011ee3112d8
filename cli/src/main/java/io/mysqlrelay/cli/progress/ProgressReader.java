package io.mysqlrelay.cli.progress;

import io.mysqlrelay.core.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Reads a migration's progress from the target. Uses the given connection and leaves it open. Not thread-safe. */
public final class ProgressReader {
    private static final int ER_BAD_DB_ERROR = 1049;
    private static final int ER_NO_SUCH_TABLE = 1146;

    private final Connection target;
    private final String database;
    private final String migration;

    /**
     * @param database of the relay's own tables, {@code mysql_relay} by default
     * @param migration name of the change topic
     */
    public ProgressReader(Connection target, String database, String migration) {
        this.target = target;
        this.database = TableName.quote(database);
        this.migration = migration;
    }

    /** @return {@link Snapshot#NONE} while the sink has not created its tables */
    public Snapshot read() throws SQLException {
        String sql = "SELECT m.phase,"
                + " (SELECT count(*) FROM {relay}.tables t WHERE t.migration = m.migration),"
                + " (SELECT count(*) FROM {relay}.tables t WHERE t.migration = m.migration AND t.state <> 'planned'),"
                + " (SELECT count(*) FROM {relay}.tables t WHERE t.migration = m.migration AND t.state = 'loaded'),"
                + " (SELECT coalesce(sum(t.row_count), 0) FROM {relay}.tables t WHERE t.migration = m.migration),"
                + " (SELECT coalesce(max(c.source_ts_ms), 0) FROM {relay}.checkpoint c WHERE c.migration = m.migration),"
                + " (SELECT coalesce(max(timestampdiff(MICROSECOND, c.updated_at, now(6))), 0) DIV 1000"
                + " FROM {relay}.checkpoint c WHERE c.migration = m.migration),"
                + " (SELECT count(*) FROM {relay}.ddl_log d WHERE d.migration = m.migration AND d.state IN ('applied', 'replaced')),"
                + " (SELECT count(*) FROM {relay}.ddl_log d WHERE d.migration = m.migration AND d.state = 'skipped'),"
                + " (SELECT count(*) FROM {relay}.ddl_log d WHERE d.migration = m.migration AND d.state = 'failed'),"
                + " (SELECT count(*) FROM {relay}.refused_rows r WHERE r.migration = m.migration)"
                + " FROM {relay}.migration m WHERE m.migration = ?";
        try (PreparedStatement query = target.prepareStatement(sql.replace("{relay}", database))) {
            query.setString(1, migration);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Snapshot(
                                row.getString(1).toLowerCase(Locale.ROOT),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getDouble(7),
                                row.getInt(8),
                                row.getInt(9),
                                row.getInt(10),
                                row.getLong(11))
                        : Snapshot.NONE;
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == ER_BAD_DB_ERROR || e.getErrorCode() == ER_NO_SUCH_TABLE) {
                return Snapshot.NONE;
            }
            throw e;
        }
    }
}
