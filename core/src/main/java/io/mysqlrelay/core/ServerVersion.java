package io.mysqlrelay.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's version, for the statements whose syntax differs between versions.
 *
 * @param text as the server prints it, suffixes included
 */
public record ServerVersion(int major, int minor, int patch, String text) {
    /** The answer has one row with one column. */
    public static final String QUERY = "SELECT VERSION()";

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

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

    /** @return 80033 for 8.0.33, as versioned comments have it */
    public int number() {
        return (major * 100 + minor) * 100 + patch;
    }

    /** @return true for the fork whose numbers mean something else */
    public boolean isMariaDb() {
        return text.contains("MariaDB");
    }
}
