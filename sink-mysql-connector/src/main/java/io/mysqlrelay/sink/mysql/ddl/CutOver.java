package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectKind;
import io.mysqlrelay.core.ddl.ObjectStatement;
import io.mysqlrelay.core.ddl.ObjectStatement.Verb;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells, once for each, which statements the target still needs before applications may use it instead of the source. */
final class CutOver {
    private static final Logger LOG = LoggerFactory.getLogger(CutOver.class);

    private final Set<String> told = new HashSet<>();

    /**
     * The rights that an object lent to its callers on the source, for the account that they came from. On the target
     * callers need them themselves.
     *
     * @param text of the statement, with the account as written
     * @return GRANT statement; null for an object that always acted with its caller's rights
     */
    String grant(ObjectStatement statement, String text) {
        if (statement.account() == null || statement.security().isEmpty() || statement.verb() == Verb.DROP) {
            return null;
        }
        String database = statement.names().get(0).database();
        // In GRANT the database is a pattern.
        String pattern = database.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
        String grant = "GRANT " + privileges(statement) + " ON " + TableName.quote(pattern) + ".* TO "
                + statement.account().in(text);
        if (told.add(grant)) {
            LOG.info("Before the cut-over, for it and for other accounts that use its objects: {}", grant);
        }
        return grant;
    }

    private static String privileges(ObjectStatement statement) {
        if (statement.kind() == ObjectKind.VIEW) {
            return "SELECT";
        }
        return switch (statement.access()) {
            case "NO SQL" -> "EXECUTE";
            case "READS SQL DATA" -> "EXECUTE, SELECT";
            default -> "EXECUTE, SELECT, INSERT, UPDATE, DELETE";
        };
    }

    /** Tells about an event that ran at the source. */
    void event(ObjectStatement statement) {
        if (statement.status() != null) {
            TableName name = statement.newName() == null ? statement.names().get(0) : statement.newName();
            LOG.info("At the cut-over: ALTER EVENT {} ENABLE", name.quoted());
        }
    }
}
