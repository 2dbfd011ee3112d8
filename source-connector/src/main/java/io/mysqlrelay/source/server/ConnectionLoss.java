package io.mysqlrelay.source.server;

import java.sql.SQLException;
import java.util.Set;

/** Tells a lost connection from a refused query. */
public final class ConnectionLoss {
    /** ER_SERVER_SHUTDOWN, ER_QUERY_INTERRUPTED, ER_CONNECTION_KILLED, ER_CLIENT_INTERACTION_TIMEOUT. */
    private static final Set<Integer> CODES = Set.of(1053, 1317, 3169, 4031);

    private ConnectionLoss() {}

    public static boolean is(SQLException e) {
        return (e.getSQLState() != null && e.getSQLState().startsWith("08")) || CODES.contains(e.getErrorCode());
    }
}
