package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.sink.mysql.check.TargetCheck.Finding;
import io.mysqlrelay.sink.mysql.config.ConnectionConfig;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whether the account can do its work. Which databases are migrated is known to the source only. */
final class Privileges {
    private static final List<String> ON_STATE = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE");
    private static final List<String> ON_DATA =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES");

    /**
     * Global privileges, and those on databases. Filtered by account, because an account that may read the database mysql
     * sees everybody's.
     */
    private static final String GRANTED = """
            SELECT privilege_type FROM information_schema.user_privileges WHERE grantee = ?
            UNION SELECT privilege_type FROM information_schema.schema_privileges WHERE grantee = ? AND\s""";

    private static final String INSIDE = "? LIKE table_schema";
    /** A pattern may hold for it and for others, too. */
    private static final String NOT_ONLY_INSIDE = "REPLACE(table_schema, CHAR(92), '') <> ?";

    private Privileges() {}

    static Optional<Finding> missing(DmlSession session, String checkpointDatabase) throws SQLException {
        if (!"NONE".equals(session.text("SELECT CURRENT_ROLE()"))) {
            // What a role may do is not shown to its holder in tables.
            return Optional.empty();
        }
        String account = session.text("SELECT CURRENT_USER()");
        Optional<Finding> state =
                missing(session, account, ON_STATE, checkpointDatabase, INSIDE, TableName.quote(checkpointDatabase));
        return state.isPresent() ? state : missing(session, account, ON_DATA, checkpointDatabase, NOT_ONLY_INSIDE, "*");
    }

    private static Optional<Finding> missing(
            DmlSession session, String account, List<String> needed, String database, String where, String grantedOn)
            throws SQLException {
        int at = account.lastIndexOf('@');
        String user = account.substring(0, at);
        String host = account.substring(at + 1);
        String grantee = "'" + user + "'@'" + host + "'";
        TreeSet<String> missing = new TreeSet<>(needed);
        session.rows(GRANTED + where, grantee, grantee, database).forEach(row -> missing.remove(row[0]));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                ConnectionConfig.USER,
                ErrorCode.TARGET_PRIVILEGE,
                "missing " + String.join(", ", missing) + ": GRANT " + String.join(", ", needed) + " ON " + grantedOn
                        + ".* TO " + TableName.quote(user) + "@" + TableName.quote(host)));
    }
}
