package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.CouldNotTell;
import io.mysqlrelay.precheck.server.ServerFacts;
import java.sql.SQLException;

/** Whether the target holds something of a migration already. */
public final class BegunMigration {
    private static final String TABLE = "migration";

    private BegunMigration() {}

    /**
     * @param migration the change topic's name
     * @throws SQLException if there is no connection: then it is not known
     */
    public static boolean is(ServerFacts target, String checkpointDatabase, String migration) throws SQLException {
        target.connect();
        try {
            // Asked first: what a missing table is called depends on the kind of server.
            boolean there = target.text(
                            "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                            checkpointDatabase,
                            TABLE)
                    != null;
            String phase = there
                    ? target.text(
                            "SELECT phase FROM " + new TableName(checkpointDatabase, TABLE).quoted()
                                    + " WHERE migration = ?",
                            migration)
                    : null;
            return phase != null && !phase.equals("new");
        } catch (CouldNotTell denied) {
            // An account that may not read the relay's tables has written nothing into them.
            return false;
        }
    }
}
