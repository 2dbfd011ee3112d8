package io.mysqlrelay.sink.adb.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them in statements (MySQL manual, "Date and Time Literals"), years with all four digits. */
public final class Dates {
    /** What stands for a date that is none: zeros, or a day that the calendar does not have. */
    public static final String NONE = "";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern PARTS = Pattern.compile("(\\d{4})\\p{Punct}(\\d{1,2})\\p{Punct}(\\d{1,2})"
            + "(?:[T ]+(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:\\.(\\d{0,6}))?)?)?");
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})(?:\\.(\\d{0,6}))?)?");

    private Dates() {}

    /** @return {@link #NONE} for a date that is none; null for what is not exactly understood */
    public static String date(String text) {
        Matcher parts = parts(text);
        if (parts == null) {
            return zero(text);
        }
        LocalDate date = day(parts);
        // A time of day would be cut or rounded.
        return parts.group(4) != null ? null : date == null ? NONE : date.toString();
    }

    /**
     * @param digits of a second that the column has
     * @param kept of them
     * @param zone from which the value goes to UTC; null for none
     * @return {@link #NONE} for a date that is none; null for what is not exactly understood
     */
    public static String moment(String text, int digits, int kept, ZoneId zone) {
        Matcher parts = parts(text);
        if (parts == null) {
            return zero(text);
        }
        String fraction = parts.group(7) == null ? "" : parts.group(7).replaceAll("0+$", "");
        if (fraction.length() > digits) {
            return null;
        }
        LocalDate date = day(parts);
        if (date == null) {
            return NONE;
        }
        try {
            LocalDateTime moment = date.atTime(LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6)));
            if (zone != null) {
                // At the end of summer time a moment is there twice, at its beginning not at all.
                if (zone.getRules().getValidOffsets(moment).size() != 1) {
                    return null;
                }
                moment = moment.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
            }
            int shown = Math.min(digits, kept);
            return SECONDS.format(moment) + (shown == 0 ? "" : "." + (fraction + "000000").substring(0, shown));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Matcher parts(String text) {
        for (Pattern form : new Pattern[] {PARTS, DIGITS}) {
            Matcher parts = form.matcher(text);
            if (parts.matches()) {
                return parts;
            }
        }
        return null;
    }

    private static String zero(String text) {
        return text.matches("0+") ? NONE : null;
    }

    private static LocalDate day(Matcher parts) {
        try {
            int year = number(parts, 1);
            return year == 0 ? null : LocalDate.of(year, number(parts, 2), number(parts, 3));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }
}
