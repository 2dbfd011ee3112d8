package io.mysqlrelay.core.position;

import java.util.Locale;
import java.util.Optional;

/**
 * One GTID, {@code uuid:number} or, from MySQL 8.3, {@code uuid:tag:number} (MySQL manual, "GTID Format and Storage").
 *
 * @param source uuid in lower case, with the tag behind a colon when there is one
 * @param number 1 or greater
 */
public record Gtid(String source, long number) {
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_TAG = 32;
    private static final int LONGEST_NUMBER = 19;

    /**
     * Read by hand: each transaction's name is read several times on its way, and a pattern takes as long as a row.
     *
     * @return empty when the text is not a GTID (a binlog coordinate, for instance)
     */
    public static Optional<Gtid> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < UUID_LENGTH
                || !isUuid(text)
                || (colon > UUID_LENGTH && !isTag(text, UUID_LENGTH + 1, colon))
                || !isNumber(text, colon + 1)) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(text, colon + 1, text.length(), 10);
            return Optional.of(new Gtid(text.substring(0, colon).toLowerCase(Locale.ROOT), number));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }

    private static boolean isUuid(String text) {
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : !(isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTag(String text, int from, int to) {
        if (text.charAt(from - 1) != ':' || to == from || to - from > LONGEST_TAG || isDigit(text.charAt(from))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '_' && !isDigit(c) && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text, int from) {
        int length = text.length() - from;
        if (length < 1 || length > LONGEST_NUMBER || text.charAt(from) == '0') {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return source + ":" + number;
    }
}
