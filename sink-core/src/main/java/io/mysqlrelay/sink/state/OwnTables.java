package io.mysqlrelay.sink.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.jdbc.TargetSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The relay's own tables: created when missing, refused when they have another layout. Columns: docs/DESIGN.md. */
public abstract class OwnTables {
    private final String database;
    private final String layout;
    private final Map<String, String> definitions;

    /**
     * @param layout its version: the comment of each table
     * @param definitions table to what follows its name in CREATE TABLE, in the order of making
     */
    protected OwnTables(String database, String layout, Map<String, String> definitions) {
        this.database = database;
        this.layout = layout;
        this.definitions = definitions;
    }

    /** @return true for what the target shows as the comment of a table of this layout */
    protected abstract boolean shows(String comment, String layout);

    /** @return the quoted full name of one of the relay's own tables */
    public final String name(String table) {
        return new TableName(database, table).quoted();
    }

    public final String database() {
        return database;
    }

    /** @return statements that make the tables, by their names */
    public final Map<String, String> statements() {
        Map<String, String> statements = new LinkedHashMap<>();
        definitions.forEach((table, definition) ->
                statements.put(table, "CREATE TABLE IF NOT EXISTS " + name(table) + " " + definition));
        return statements;
    }

    /** @throws RelayException if one has another layout */
    protected final void make(TargetSession session) throws SQLException {
        Map<String, String> found = new HashMap<>();
        for (String[] row : session.rows(
                "SELECT table_name, table_comment FROM information_schema.tables WHERE table_schema = ?", database)) {
            found.put(row[0], row[1]);
        }
        // Asked first, so that an account without CREATE can use tables that were made for it.
        if (!found.keySet().containsAll(definitions.keySet())) {
            session.update("CREATE DATABASE IF NOT EXISTS " + TableName.quote(database));
        }
        for (Map.Entry<String, String> table : statements().entrySet()) {
            if (!found.containsKey(table.getKey())) {
                session.update(table.getValue());
            } else if (!shows(found.get(table.getKey()), layout)) {
                throw new RelayException(
                        ErrorCode.STATE_LAYOUT,
                        "table " + name(table.getKey()) + " has not the comment '" + layout + "'");
            }
        }
    }
}
