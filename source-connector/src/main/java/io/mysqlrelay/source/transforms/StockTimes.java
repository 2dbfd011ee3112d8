package io.mysqlrelay.source.transforms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Debezium's numbers for dates and times, as MySQL prints them; fractions without zeros at their end. */
final class StockTimes {
    private static final int NANO_DIGITS = 9;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, NANO_DIGITS, true)
            .toFormatter(Locale.ROOT);
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private StockTimes() {}

    static Object day(Object days) {
        return DAY.format(LocalDate.ofEpochDay((Integer) days));
    }

    static Object millis(Object millis) {
        return moment(Instant.ofEpochMilli((Long) millis));
    }

    static Object micros(Object micros) {
        long value = (Long) micros;
        return moment(Instant.ofEpochSecond(Math.floorDiv(value, MILLION), Math.floorMod(value, MILLION) * THOUSAND));
    }

    static Object nanos(Object nanos) {
        long value = (Long) nanos;
        return moment(Instant.ofEpochSecond(Math.floorDiv(value, BILLION), Math.floorMod(value, BILLION)));
    }

    static Object zoned(Object text) {
        return moment(OffsetDateTime.parse((String) text).toInstant());
    }

    static Object microsOfMillis(Object millis) {
        return ((Number) millis).longValue() * THOUSAND;
    }

    private static String moment(Instant at) {
        return MOMENT.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
