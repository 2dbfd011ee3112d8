package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.CouldNotTell;
import io.mysqlrelay.precheck.server.ServerFacts;
import java.sql.SQLException;

/** Whether the target holds something of a migration already. */
public final class BegunMigration {
    /** ER_NO_SUCH_TABLE, ER_BAD_DB_ERROR: nothing was ever migrated to here. */
    private static final int NO_TABLE = 1146;

    private static final int NO_DATABASE = 1049;

    private BegunMigration() {}

    /**
     * @param migration the change topic's name
     * @throws SQLException if there is no connection: then it is not known
     */
    public static boolean is(ServerFacts target, String checkpointDatabase, String migration) throws SQLException {
        target.connect();
        try {
            String phase = target.text(
                    "SELECT phase FROM " + new TableName(checkpointDatabase, "migration").quoted()
                            + " WHERE migration = ?",
                    migration);
            return phase != null && !phase.equals("new");
        } catch (CouldNotTell denied) {
            // An account that may not read the relay's tables has written nothing into them.
            return false;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_TABLE || e.getErrorCode() == NO_DATABASE) {
                return false;
            }
            throw e;
        }
    }
}
