package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.schema.TableCatalog;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.server.Versions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is asked of the source once per start.
 *
 * @param serverUuid {@code @@server_uuid}
 * @param serverId {@code @@server_id}
 * @param gtidMode {@code @@gtid_mode}
 * @param lowerCaseTableNames {@code @@lower_case_table_names}
 * @param hiddenRowId whether tables without a key get a hidden one (ApsaraDB RDS, {@code implicit_primary_key})
 * @param systemZone offset of the machine's zone from UTC; null if it has changed or is not known
 * @param locales names of locales by number, filled as they are met
 */
record SourceFacts(
        SourceConnections connections,
        ServerVersion version,
        String serverUuid,
        long serverId,
        String gtidMode,
        int lowerCaseTableNames,
        Collations collations,
        boolean hiddenRowId,
        String systemZone,
        Map<Integer, String> locales) {

    static SourceFacts read(SourceConnections connections) throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            ServerVersion version = Versions.read(connection);
            Collations collations = Collations.read(connection);
            boolean hiddenRowId = on(statement, "implicit_primary_key");
            String systemZone = SystemZone.read(statement);
            try (ResultSet row = statement.executeQuery(
                    "SELECT @@server_uuid, @@server_id, @@GLOBAL.gtid_mode, @@lower_case_table_names")) {
                row.next();
                return new SourceFacts(
                        connections,
                        version,
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getInt(4),
                        collations,
                        hiddenRowId,
                        systemZone,
                        new ConcurrentHashMap<>());
            }
        }
    }

    /** @return false if the server does not know the variable */
    private static boolean on(Statement statement, String variable) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW GLOBAL VARIABLES LIKE '" + variable + "'")) {
            return row.next()
                    && (row.getString(2).equalsIgnoreCase("ON")
                            || row.getString(2).equals("1"));
        }
    }

    boolean gtids() {
        return gtidMode.equals("ON");
    }

    /** @return as in {@code MYSQL_VERSION_ID}: 80033 for 8.0.33 */
    int versionNumber() {
        return version.major() * 10000 + version.minor() * 100 + version.patch();
    }

    /** @return null when the statement was executed with the default locale */
    String locale(StatusVariables variables) {
        Integer number = variables.timeNamesLocale;
        return number == null || number == 0 ? null : locales.computeIfAbsent(number, this::askLocale);
    }

    /** @return whether the source has a base table of this name at the moment */
    boolean isTable(TableName name) {
        try (Connection connection = connections.open()) {
            return TableCatalog.tables(connection, name::equals).contains(name);
        } catch (SQLException e) {
            throw new SourceUnreachable("asking the source whether " + name + " is a table", e);
        }
    }

    private String askLocale(int number) {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lc_time_names = " + number);
            try (ResultSet row = statement.executeQuery("SELECT @@lc_time_names")) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new SourceUnreachable("asking the source for the name of locale " + number, e);
        }
    }
}
