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

    /** Global privileges and those on one database, as a pattern with wildcards. Shows the account's own rows only. */
    private static final String GRANTED = """
            SELECT privilege_type FROM information_schema.user_privileges
            UNION SELECT privilege_type FROM information_schema.schema_privileges WHERE ? LIKE table_schema""";

    private static final String ANYWHERE = """
            SELECT privilege_type FROM information_schema.user_privileges
            UNION SELECT privilege_type FROM information_schema.schema_privileges WHERE ? NOT LIKE table_schema""";

    private Privileges() {}

    static Optional<Finding> missing(DmlSession session, String checkpointDatabase) throws SQLException {
        if (!"NONE".equals(session.text("SELECT CURRENT_ROLE()"))) {
            // What a role may do is not shown to its holder in tables.
            return Optional.empty();
        }
        Optional<Finding> state =
                missing(session, GRANTED, ON_STATE, checkpointDatabase, TableName.quote(checkpointDatabase));
        return state.isPresent() ? state : missing(session, ANYWHERE, ON_DATA, checkpointDatabase, "*");
    }

    private static Optional<Finding> missing(
            DmlSession session, String query, List<String> needed, String database, String grantedOn)
            throws SQLException {
        TreeSet<String> missing = new TreeSet<>(needed);
        session.rows(query, database).forEach(row -> missing.remove(row[0]));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String account = session.text("SELECT CURRENT_USER()");
        int at = account.lastIndexOf('@');
        return Optional.of(Finding.of(
                ConnectionConfig.USER,
                ErrorCode.TARGET_PRIVILEGE,
                "missing " + String.join(", ", missing) + ": GRANT " + String.join(", ", needed) + " ON " + grantedOn
                        + ".* TO " + TableName.quote(account.substring(0, at)) + "@"
                        + TableName.quote(account.substring(at + 1))));
    }
}
