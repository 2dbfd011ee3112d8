package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The views, routines, triggers and events of a server that the account can see. */
public final class ObjectCatalog {
    private static final String ROUTINES = "SELECT ROUTINE_SCHEMA, ROUTINE_NAME, NULL FROM information_schema.ROUTINES"
            + " WHERE ROUTINE_TYPE = '%s' ORDER BY 1, 2";

    private static final Map<ObjectKind, String> QUERIES = Map.of(
            ObjectKind.FUNCTION,
            ROUTINES.formatted("FUNCTION"),
            ObjectKind.PROCEDURE,
            ROUTINES.formatted("PROCEDURE"),
            ObjectKind.VIEW,
            "SELECT TABLE_SCHEMA, TABLE_NAME, NULL FROM information_schema.TABLES"
                    + " WHERE TABLE_TYPE = 'VIEW' ORDER BY 1, 2",
            // Triggers of one table and event run in the order in which they were made.
            ObjectKind.TRIGGER,
            "SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_TABLE FROM information_schema.TRIGGERS"
                    + " ORDER BY 1, 3, EVENT_MANIPULATION, ACTION_TIMING, ACTION_ORDER",
            ObjectKind.EVENT,
            "SELECT EVENT_SCHEMA, EVENT_NAME, NULL FROM information_schema.EVENTS ORDER BY 1, 2");

    /** Views use functions. */
    private static final List<ObjectKind> ORDER =
            List.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.VIEW, ObjectKind.TRIGGER, ObjectKind.EVENT);

    private ObjectCatalog() {}

    /** @return those outside of the server's own databases, kind by kind, in an order in which they can be made except that
     *     views may come before the views that they are made of */
    public static List<StoredObject> read(Connection connection) throws SQLException {
        List<StoredObject> objects = new ArrayList<>();
        for (ObjectKind kind : ORDER) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(QUERIES.get(kind))) {
                while (row.next()) {
                    String database = row.getString(1);
                    if (!TableCatalog.isSystem(database)) {
                        String table = row.getString(3);
                        objects.add(new StoredObject(
                                kind,
                                new TableName(database, row.getString(2)),
                                table == null ? null : new TableName(database, table)));
                    }
                }
            }
        }
        return objects;
    }
}
