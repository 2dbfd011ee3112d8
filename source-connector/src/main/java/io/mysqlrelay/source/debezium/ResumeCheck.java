package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.SourcePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Refuses to read on where the source no longer has, or never had, what comes next. */
final class ResumeCheck {
    private ResumeCheck() {}

    /** @throws RelayException if reading from the position would leave changes out */
    static void check(SourceFacts facts, SourcePosition position) {
        if (facts.gtids() != (position.gtids() != null)) {
            throw new RelayException(
                    ErrorCode.GTID_MODE_MIXED,
                    "gtid_mode is " + facts.gtidMode() + ", but the migration began "
                            + (facts.gtids() ? "without" : "with") + " GTIDs");
        }
        if (position.gtids() == null) {
            checkFile(facts, position.binlog());
            return;
        }
        try (Connection connection = facts.connections().open()) {
            checkGtids(connection, position);
        } catch (SQLException e) {
            throw new SourceUnreachable("asking the source for its binlog", e);
        }
    }

    private static void checkGtids(Connection connection, SourcePosition position) throws SQLException {
        String read = position.gtids().toString();
        String purged = subtract(connection, "SELECT GTID_SUBTRACT(@@GLOBAL.gtid_purged, ?)", read);
        if (!purged.isEmpty()) {
            throw new RelayException(ErrorCode.BINLOG_PURGED, "transactions " + purged + " are no longer there");
        }
        String unknown = subtract(connection, "SELECT GTID_SUBTRACT(?, @@GLOBAL.gtid_executed)", read);
        if (!unknown.isEmpty()) {
            throw new RelayException(ErrorCode.SOURCE_BEHIND, "transactions " + unknown + " are unknown to it");
        }
    }

    private static String subtract(Connection connection, String query, String gtids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, gtids);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1).replace("\n", "");
            }
        }
    }

    /** @throws RelayException if the source's binlog does not reach from there to its end */
    static void checkFile(SourceFacts facts, BinlogPosition from) {
        try (Connection connection = facts.connections().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                if (row.getString(1).equals(from.file())) {
                    if (row.getLong(2) < from.offset()) {
                        throw new RelayException(
                                ErrorCode.SOURCE_BEHIND, "file " + row.getString(1) + " ends before " + from);
                    }
                    return;
                }
            }
        } catch (SQLException e) {
            throw new SourceUnreachable("asking the source for its binlog", e);
        }
        throw new RelayException(ErrorCode.BINLOG_PURGED, "file " + from.file() + " is no longer there");
    }
}
