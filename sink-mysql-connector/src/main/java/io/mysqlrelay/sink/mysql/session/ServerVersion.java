package io.mysqlrelay.sink.mysql.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's version as the number that versioned comments use. */
public final class ServerVersion {
    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

    private ServerVersion() {}

    /**
     * @param text answer to {@code SELECT VERSION()}, {@code 8.0.33-log} for instance
     * @return 80033; 0 when the text is no version
     */
    public static int number(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? Integer.parseInt(m.group(1)) * 10_000
                        + Integer.parseInt(m.group(2)) * 100
                        + Integer.parseInt(m.group(3))
                : 0;
    }
}
