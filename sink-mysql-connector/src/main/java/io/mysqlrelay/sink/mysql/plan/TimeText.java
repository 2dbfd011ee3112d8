package io.mysqlrelay.sink.mysql.plan;

import java.util.Locale;

/** MySQL's text of TIME values. */
final class TimeText {
    private static final long MICROS = 1_000_000L;

    private TimeText() {}

    /** @return {@code -838:59:59.000000}: six digits always; the column rounds nothing away, it has had fewer or the same */
    static String of(long micros) {
        long seconds = Math.abs(micros) / MICROS;
        return String.format(
                Locale.ROOT,
                "%s%02d:%02d:%02d.%06d",
                micros < 0 ? "-" : "",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                Math.abs(micros) % MICROS);
    }
}
