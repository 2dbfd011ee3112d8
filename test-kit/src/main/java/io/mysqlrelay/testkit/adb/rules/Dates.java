package io.mysqlrelay.testkit.adb.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times that AnalyticDB takes, by their text. */
final class Dates {
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})-(\\d{1,2})-(\\d{1,2})(?:[ T].*)?");
    private static final Pattern TIME = Pattern.compile("(-?)(\\d+):(\\d+)(?::\\d+(?:\\.\\d*)?)?");

    private Dates() {}

    /** Whether it is a date outside the calendar: {@code 0000-00-00}, {@code 2024-02-30}; range 0001-01-01..9999-12-31. */
    static boolean isIllegalDate(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            return day.getYear() < 1;
        } catch (DateTimeException outsideTheCalendar) {
            return true;
        }
    }

    /** "ADB range 00:00:00..23:59:59.999 only". */
    static boolean isIllegalTime(String text) {
        Matcher time = TIME.matcher(text);
        return time.matches()
                && (!time.group(1).isEmpty() || time.group(2).length() > 2 || Integer.parseInt(time.group(2)) > 23);
    }
}
