package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.ddl.ObjectKind;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.server.ServerErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Definitions of views, routines, triggers and events as the server prints them, byte for byte. Used by one thread, with a
 * connection whose default database becomes one that has none of the objects: views then name everything in full.
 */
public final class ObjectDefinitions implements AutoCloseable {
    private static final Map<ObjectKind, String> COLUMN = Map.of(
            ObjectKind.VIEW, "Create View",
            ObjectKind.PROCEDURE, "Create Procedure",
            ObjectKind.FUNCTION, "Create Function",
            ObjectKind.TRIGGER, "SQL Original Statement",
            ObjectKind.EVENT, "Create Event");

    /** ER_SP_DOES_NOT_EXIST, ER_TRG_DOES_NOT_EXIST, ER_EVENT_DOES_NOT_EXIST: dropped since it was listed. */
    private static final Set<Integer> GONE =
            Set.of(ServerErrors.NO_SUCH_TABLE, ServerErrors.NO_SUCH_DATABASE, 1305, 1360, 1539);

    /** ER_PARSE_ERROR: what a backslash as the second byte of a character does to a view in gbk. */
    private static final int SYNTAX = 1064;

    private static final Logger LOG = LoggerFactory.getLogger(ObjectDefinitions.class);

    private final Connection connection;

    /** Until it is closed, the connection answers in each object's own character set. */
    public ObjectDefinitions(Connection connection) throws SQLException {
        this.connection = connection;
        // Without any, MySQL 8.0.12 refuses to print a view that has a common table expression.
        connection.setCatalog("information_schema");
        set("sql_mode = '', SESSION sql_quote_show_create = 1, SESSION character_set_results = NULL");
    }

    /** @return empty if the object is gone */
    public Optional<ObjectDefinition> read(StoredObject object) throws SQLException {
        String show = "SHOW CREATE " + object.kind() + " " + object.name().quoted();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(show)) {
            row.next();
            byte[] text = row.getBytes(COLUMN.get(object.kind()));
            if (text == null) {
                throw new RelayException(ErrorCode.OBJECT_NOT_READABLE, "the body of " + object + " is hidden");
            }
            String charset = row.getString("character_set_client");
            Map<String, String> session = new HashMap<>();
            session.put("character_set_client", charset);
            session.put("collation_connection", row.getString("collation_connection"));
            boolean view = object.kind() == ObjectKind.VIEW;
            session.put("sql_mode", view ? "" : row.getString("sql_mode"));
            if (object.kind() == ObjectKind.EVENT) {
                session.put("time_zone", row.getString("time_zone"));
                // An event whose time has passed would vanish as soon as it is made.
                created(object).ifPresent(seconds -> session.put("timestamp", seconds));
            }
            return Optional.of(new ObjectDefinition(
                    object, text, charset, Map.copyOf(session), view ? null : row.getString("Database Collation")));
        } catch (SQLException e) {
            if (e.getErrorCode() == SYNTAX && object.kind() == ObjectKind.VIEW) {
                LOG.warn("The server cannot read its own definition of {}, which therefore stays behind", object, e);
                return Optional.empty();
            }
            if (GONE.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            if (e.getErrorCode() == ServerErrors.TABLE_ACCESS_DENIED
                    || e.getErrorCode() == ServerErrors.DATABASE_ACCESS_DENIED
                    || e.getErrorCode() == ServerErrors.SPECIFIC_ACCESS_DENIED) {
                throw new RelayException(ErrorCode.OBJECT_NOT_READABLE, object + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private Optional<String> created(StoredObject event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT UNIX_TIMESTAMP(CREATED)"
                + " FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ? AND EVENT_NAME = ?")) {
            statement.setString(1, event.name().database());
            statement.setString(2, event.name().table());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private void set(String variables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION " + variables);
        }
    }

    @Override
    public void close() throws SQLException {
        set("character_set_results = 'utf8mb4'");
    }
}
