package io.mysqlrelay.source.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many objects of the captured databases stay behind, because only tables and their rows are copied. */
public record UncopiedObjects(long views, long triggers, long routines, long events) {
    private static final Logger LOG = LoggerFactory.getLogger(UncopiedObjects.class);

    public static UncopiedObjects count(Connection connection, Collection<String> databases) throws SQLException {
        return new UncopiedObjects(
                count(connection, "VIEWS", "TABLE_SCHEMA", databases),
                count(connection, "TRIGGERS", "TRIGGER_SCHEMA", databases),
                count(connection, "ROUTINES", "ROUTINE_SCHEMA", databases),
                count(connection, "EVENTS", "EVENT_SCHEMA", databases));
    }

    private static long count(Connection connection, String view, String schemaColumn, Collection<String> databases)
            throws SQLException {
        if (databases.isEmpty()) {
            return 0;
        }
        String sql = "SELECT COUNT(*) FROM information_schema." + view + " WHERE " + schemaColumn + " IN ("
                + String.join(",", Collections.nCopies(databases.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int i = 1;
            for (String database : databases) {
                statement.setString(i++, database);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    public boolean none() {
        return views + triggers + routines + events == 0;
    }

    /** Logs the counts, unless all are zero. */
    public void log() {
        if (!none()) {
            LOG.warn(
                    "Not copied from the captured databases: {} views, {} triggers, {} routines, {} events",
                    views,
                    triggers,
                    routines,
                    events);
        }
    }
}
