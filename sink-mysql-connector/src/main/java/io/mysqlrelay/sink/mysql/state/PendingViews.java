package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of {@code pending_views}: definitions of views that refer to something that the target does not have yet.
 * Changes are part of the caller's transaction; when it fails the target is closed, and with it what is remembered here.
 */
public final class PendingViews {
    /**
     * A view that waits.
     *
     * @param logId its statement's row in {@code ddl_log}
     * @param change the statement that defines it
     */
    public record Pending(TableName view, long logId, DdlChange change) {}

    private final DmlSession session;
    private final String table;
    private final String migration;
    private final Map<TableName, Pending> views = new TreeMap<>();

    public PendingViews(DmlSession session, StateTables tables, String migration) throws SQLException {
        this.session = session;
        this.table = tables.name("pending_views");
        this.migration = migration;
        for (String[] row : session.rows(
                "SELECT db, name, log_id, default_db, charset, session, HEX(statement), text FROM " + table
                        + " WHERE migration = ?",
                migration)) {
            TableName view = new TableName(row[0], row[1]);
            views.put(
                    view,
                    new Pending(
                            view,
                            Long.parseLong(row[2]),
                            new DdlChange(
                                    false,
                                    row[3],
                                    HexFormat.of().parseHex(row[6]),
                                    row[4],
                                    row[7],
                                    variables(row[5]),
                                    List.of(view),
                                    "-",
                                    0,
                                    0)));
        }
    }

    public List<Pending> all() {
        return List.copyOf(views.values());
    }

    public void put(TableName view, long logId, DdlChange change) throws SQLException {
        remove(view);
        session.update(
                "INSERT INTO " + table + " (migration, db, name, log_id, default_db, charset, session, statement, text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                migration,
                view.database(),
                view.table(),
                logId,
                change.database(),
                change.charset(),
                text(change.session()),
                change.statement(),
                change.text());
        views.put(view, new Pending(view, logId, change));
    }

    public void remove(TableName view) throws SQLException {
        if (views.remove(view) != null) {
            session.update(
                    "DELETE FROM " + table + " WHERE migration = ? AND db = ? AND name = ?",
                    migration,
                    view.database(),
                    view.table());
        }
    }

    public void droppedDatabase(String database) throws SQLException {
        List<TableName> gone = new ArrayList<>(views.keySet());
        gone.removeIf(view -> !view.database().equals(database));
        for (TableName view : gone) {
            remove(view);
        }
    }

    /** Values of session variables have no line breaks. */
    private static String text(Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(variables)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new TreeMap<>();
        for (String line : text.split("\n")) {
            int at = line.indexOf('=');
            if (at > 0) {
                variables.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return variables;
    }
}
