package io.mysqlrelay.core.position;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One GTID, {@code uuid:number} or, from MySQL 8.3, {@code uuid:tag:number} (MySQL manual, "GTID Format and Storage").
 *
 * @param source uuid in lower case, with the tag behind a colon when there is one
 * @param number 1 or greater
 */
public record Gtid(String source, long number) {
    private static final Pattern FORM = Pattern.compile(
            "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?::[a-zA-Z_][a-zA-Z0-9_]{0,31})?):([1-9]\\d{0,18})");

    /** @return empty when the text is not a GTID (a binlog coordinate, for instance) */
    public static Optional<Gtid> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Gtid(m.group(1).toLowerCase(Locale.ROOT), Long.parseLong(m.group(2))));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return source + ":" + number;
    }
}
