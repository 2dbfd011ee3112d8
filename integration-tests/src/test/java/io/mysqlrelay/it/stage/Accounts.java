package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlServer;

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
        create(server, "SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT");
    }

    public static void createOnTarget(MySqlServer server) {
        create(server, "ALL");
    }

    private static void create(MySqlServer server, String privileges) {
        create(server, privileges, USER, PASSWORD);
        create(server, privileges, ASCII_USER, ASCII_PASSWORD);
    }

    private static void create(MySqlServer server, String privileges, String user, String password) {
        server.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + password.replace("'", "''") + "'",
                "GRANT " + privileges + " ON *.* TO '" + user + "'@'%'");
    }
}
