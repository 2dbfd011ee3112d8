package io.mysqlrelay.sink.adb.value;

/** Texts of TIME. */
final class Times {
    private static final long MICROS = 1_000_000L;
    private static final long DAY = 86_400L * MICROS;

    private Times() {}

    static boolean ofDay(long micros) {
        return micros >= 0 && micros < DAY;
    }

    /** @return {@code 09:30:00.120}: digits behind milliseconds cut, none when they are zero */
    static String millis(long micros) {
        long millis = micros % MICROS / 1_000;
        return clock(micros) + (millis == 0 ? "" : "." + padded(millis, 3));
    }

    /** @return {@code -838:59:59.000001}: all that MySQL has */
    static String all(long micros) {
        long positive = Math.abs(micros);
        long fraction = positive % MICROS;
        return (micros < 0 ? "-" : "") + clock(positive) + (fraction == 0 ? "" : "." + padded(fraction, 6));
    }

    private static String clock(long micros) {
        long seconds = micros / MICROS;
        return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
