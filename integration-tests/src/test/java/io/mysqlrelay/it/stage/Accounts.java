package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.lang.module.ModuleDescriptor.Version;

/** The accounts that the documentation asks for, and no privilege more. */
public final class Accounts {
    public static final String USER = "relay";
    /** With characters that a careless connection string would break at. */
    public static final String PASSWORD = "p@ss:w/o?r&d%1 \"'é";

    /** For a worker in a locale whose environment can hold nothing else. */
    public static final String ASCII_USER = "relay_ascii";

    public static final String ASCII_PASSWORD = "plainpassword";

    private Accounts() {}

    public static void createOnSource(MySqlServer server) {
        create(server, "SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT", "*.*");
    }

    public static void createOnTarget(MySqlServer server) {
        create(server, "ALL", "`%`.*");
        // Without SUPER an account may make functions and triggers on a server with a binlog only so.
        server.execute("SET GLOBAL log_bin_trust_function_creators = 1");
        if (Version.parse(server.version()).compareTo(Version.parse("8.0.14")) < 0) {
            // Older servers let nobody else set explicit_defaults_for_timestamp for a session.
            server.execute("GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO '" + USER + "'@'%', '" + ASCII_USER + "'@'%'");
        }
    }

    private static void create(MySqlServer server, String privileges, String where) {
        create(server, privileges, where, USER, PASSWORD);
        create(server, privileges, where, ASCII_USER, ASCII_PASSWORD);
    }

    private static void create(MySqlServer server, String privileges, String where, String user, String password) {
        server.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + password.replace("'", "''") + "'",
                "GRANT " + privileges + " ON " + where + " TO '" + user + "'@'%'");
    }
}
