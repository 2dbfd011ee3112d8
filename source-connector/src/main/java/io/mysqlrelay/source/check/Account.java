package io.mysqlrelay.source.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The account that the server has admitted us as, which may differ from the name we gave. */
final class Account {
    private Account() {}

    /** @return {@code 'user'@'host'}, ready for a GRANT statement */
    static String current(Connection source) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String account = row.getString(1);
            int at = account.lastIndexOf('@');
            return quote(account.substring(0, at)) + "@" + quote(account.substring(at + 1));
        }
    }

    private static String quote(String part) {
        return "'" + part.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
