package io.mysqlrelay.source.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's version, for the statements whose syntax differs between versions.
 *
 * @param text as the server prints it, suffixes included
 */
public record ServerVersion(int major, int minor, int patch, String text) {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

    public static ServerVersion read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION()")) {
            row.next();
            return parse(row.getString(1));
        }
    }

    /** @throws IllegalArgumentException if the text does not begin with three numbers */
    public static ServerVersion parse(String text) {
        Matcher m = NUMBERS.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a server version: " + text);
        }
        return new ServerVersion(
                Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), text);
    }

    public boolean atLeast(int otherMajor, int otherMinor, int otherPatch) {
        int byMajor = Integer.compare(major, otherMajor);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, otherMinor);
        return (byMinor != 0 ? byMinor : Integer.compare(patch, otherPatch)) >= 0;
    }
}
