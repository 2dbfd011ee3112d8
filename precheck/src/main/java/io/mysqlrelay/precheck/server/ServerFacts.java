package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.precheck.CouldNotTell;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A server as the checks see it: each fact is read once, for all of them. Methods throw {@link CouldNotTell} when the
 * account may not see what they read, or when there is no connection. Thread-safe.
 */
public final class ServerFacts implements AutoCloseable {
    /** Access denied: to a database, table, column, routine, or for want of a global privilege. */
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227, 1370);

    /** ER_UNSUPPORTED_PS: a statement that can only be executed. */
    private static final int NOT_PREPARABLE = 1295;

    private final Sessions sessions;
    private final Scope scope;
    private final Catalog catalog = new Catalog(this);
    private final Lazy<Variables> variables;
    private final Lazy<ServerVersion> version = new Lazy<>(() -> ServerVersion.parse(text(ServerVersion.QUERY)));
    private final Lazy<Account> account = new Lazy<>(() -> Account.parse(text("SELECT CURRENT_USER()")));
    private final Lazy<Grants> grants = new Lazy<>(() -> Grants.of(rows("SHOW GRANTS")));
    private final Lazy<List<String>> databases = new Lazy<>(() -> column("SHOW DATABASES"));
    private final Lazy<List<TableFact>> tables = new Lazy<>(catalog::tables);
    private final Lazy<List<ColumnFact>> columns = new Lazy<>(catalog::columns);
    private final Lazy<List<IndexFact>> indexes = new Lazy<>(catalog::indexes);
    private final Lazy<List<ForeignKeyFact>> foreignKeys = new Lazy<>(catalog::foreignKeys);
    private final Lazy<List<ObjectFact>> objects = new Lazy<>(catalog::objects);

    /** Opens a session in an empty sql_mode. */
    @FunctionalInterface
    public interface Connector {
        Connection open() throws SQLException;
    }

    public ServerFacts(Connector connector, Scope scope) {
        this(connector, scope, "SHOW GLOBAL VARIABLES");
    }

    /** @param showVariables how this kind of server tells its variables */
    public ServerFacts(Connector connector, Scope scope, String showVariables) {
        this.sessions = new Sessions(connector);
        this.scope = scope;
        this.variables = new Lazy<>(() -> new Variables(rows(showVariables)));
    }

    /** @throws SQLException why there is no connection */
    public void connect() throws SQLException {
        sessions.connect();
    }

    public Scope scope() {
        return scope;
    }

    public Variables variables() throws SQLException {
        return variables.get();
    }

    public ServerVersion version() throws SQLException {
        return version.get();
    }

    public Account account() throws SQLException {
        return account.get();
    }

    /** Active roles included. */
    public Grants grants() throws SQLException {
        return grants.get();
    }

    /** All that the account may see, whatever the scope. */
    public List<String> databases() throws SQLException {
        return databases.get();
    }

    /** Base tables of the scope, in order of their names; the same for all that follow. */
    public List<TableFact> tables() throws SQLException {
        return tables.get();
    }

    public List<ColumnFact> columns() throws SQLException {
        return columns.get();
    }

    public List<IndexFact> indexes() throws SQLException {
        return indexes.get();
    }

    /** Those whose child is in the scope. */
    public List<ForeignKeyFact> foreignKeys() throws SQLException {
        return foreignKeys.get();
    }

    public List<ObjectFact> objects() throws SQLException {
        return objects.get();
    }

    /** @return the rows as text, column by column */
    public List<String[]> rows(String sql, String... parameters) throws SQLException {
        return rowsWith(null, sql, parameters);
    }

    /** @param privilege global one that the statement needs, for the instruction when it is missing */
    public List<String[]> rowsWith(String privilege, String sql, String... parameters) throws SQLException {
        Connection session = sessions.take();
        List<String[]> rows = new ArrayList<>();
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                int width = result.getMetaData().getColumnCount();
                while (result.next()) {
                    String[] row = new String[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = result.getString(i + 1);
                    }
                    rows.add(row);
                }
            }
        } catch (SQLException e) {
            if (DENIED.contains(e.getErrorCode())) {
                sessions.giveBack(session);
                throw denied(privilege, sql);
            }
            throw e;
        }
        sessions.giveBack(session);
        return rows;
    }

    /**
     * Lets the server parse a statement and look up its names, without executing it.
     *
     * @throws SQLException if it does not take the statement
     */
    public void prepare(String sql) throws SQLException {
        Connection session = sessions.take();
        try (Statement statement = session.createStatement();
                PreparedStatement text = session.prepareStatement("SET @mysql_relay_statement = ?")) {
            text.setString(1, sql);
            text.execute();
            statement.execute("PREPARE mysql_relay_statement FROM @mysql_relay_statement");
            statement.execute("DEALLOCATE PREPARE mysql_relay_statement");
        } catch (SQLException e) {
            if (DENIED.contains(e.getErrorCode())) {
                throw denied(null, sql);
            }
            if (e.getErrorCode() != NOT_PREPARABLE) {
                throw e;
            }
        } finally {
            sessions.giveBack(session);
        }
    }

    /**
     * Sets a variable of a session to the value that it has, which needs the same privilege as any other value.
     *
     * @param variable a name of ours, not of a user's
     */
    public boolean maySet(String variable) throws SQLException {
        Connection session = sessions.take();
        try (Statement statement = session.createStatement()) {
            statement.execute("SET SESSION " + variable + " = @@SESSION." + variable);
            return true;
        } catch (SQLException e) {
            if (DENIED.contains(e.getErrorCode())) {
                return false;
            }
            throw e;
        } finally {
            sessions.giveBack(session);
        }
    }

    private CouldNotTell denied(String privilege, String sql) throws SQLException {
        String head = sql.length() > 60 ? sql.substring(0, 60) + "..." : sql;
        return new CouldNotTell(
                "account " + account() + " may not run " + head,
                privilege == null ? "" : "GRANT " + privilege + " ON *.* TO " + account());
    }

    public List<String> column(String sql, String... parameters) throws SQLException {
        return rows(sql, parameters).stream().map(row -> row[0]).toList();
    }

    /** @return the first column of the first row; null when it is NULL or there is no row */
    public String text(String sql, String... parameters) throws SQLException {
        List<String[]> rows = rows(sql, parameters);
        return rows.isEmpty() ? null : rows.get(0)[0];
    }

    @Override
    public void close() {
        sessions.close();
    }
}
