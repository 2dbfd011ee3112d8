package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.precheck.Finding;
import java.sql.SQLException;
import java.util.List;

/** Whether a server has room for the relay's sessions. */
public final class SessionsLeft {
    private SessionsLeft() {}

    /** @param needed at most, at the same time */
    public static List<Finding> look(ServerFacts server, int needed) throws SQLException {
        List<String[]> status = server.rows("SHOW GLOBAL STATUS LIKE 'Threads_connected'");
        return look(server, needed, status.isEmpty() ? 0 : Long.parseLong(status.get(0)[1]));
    }

    /** @param used sessions that are open now */
    public static List<Finding> look(ServerFacts server, int needed, long used) throws SQLException {
        Variables variables = server.variables();
        long perUser = variables.number("max_user_connections", 0);
        if (perUser > 0 && perUser < needed) {
            return List.of(Finding.alert(
                    "max_user_connections is " + perUser + ", and the relay may need " + needed + " sessions",
                    "SET GLOBAL max_user_connections = " + needed + ", or ALTER USER " + server.account()
                            + " WITH MAX_USER_CONNECTIONS " + needed));
        }
        long most = variables.number("max_connections", Long.MAX_VALUE);
        return most - used >= needed
                ? List.of()
                : List.of(Finding.alert(
                        used + " of " + most + " sessions are in use, and the relay may need " + needed,
                        "SET GLOBAL max_connections = " + (used + 2L * needed) + "; also in the configuration file"));
    }
}
