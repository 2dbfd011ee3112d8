package io.mysqlrelay.source.server;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads where the source's binlog ends now: coordinate and executed GTID set, taken together. */
public final class ServerPosition {
    private ServerPosition() {}

    /**
     * @return the end of the binlog; {@code gtids} is null when {@code gtid_mode} is OFF or OFF_PERMISSIVE, and the
     *     empty set when GTIDs are on and none was executed yet
     * @throws RelayException if the binlog is off or the account may not see its position
     */
    public static SourcePosition read(Connection connection) throws SQLException {
        String show = show(Versions.read(connection));
        try (Statement statement = connection.createStatement()) {
            String mode = gtidMode(statement);
            boolean gtids = mode.equals("ON") || mode.equals("ON_PERMISSIVE");
            try (ResultSet row = statement.executeQuery(show)) {
                if (!row.next()) {
                    throw new RelayException(ErrorCode.BINLOG_OFF, show + " returns nothing");
                }
                return new SourcePosition(
                        gtids ? GtidSet.parse(row.getString("Executed_Gtid_Set")) : null,
                        new BinlogPosition(row.getString("File"), row.getLong("Position")));
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == ServerErrors.SPECIFIC_ACCESS_DENIED) {
                throw new RelayException(ErrorCode.POSITION_NOT_READABLE, "the source account may not run " + show, e);
            }
            throw e;
        }
    }

    /** The old form is gone in 8.4, the new one unknown before 8.2. */
    static String show(ServerVersion version) {
        return version.atLeast(8, 2, 0) ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS";
    }

    private static String gtidMode(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@GLOBAL.gtid_mode")) {
            row.next();
            return row.getString(1);
        }
    }
}
