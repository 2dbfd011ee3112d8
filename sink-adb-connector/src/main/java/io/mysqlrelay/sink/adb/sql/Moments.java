package io.mysqlrelay.sink.adb.sql;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Texts of dates as AnalyticDB takes them: from year 1 on, days of the calendar, milliseconds. */
public final class Moments {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;
    private static final int MILLIS_LENGTH = 23;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Moments() {}

    /** @return the date; null for a zero, partial or invalid one */
    public static String date(String text) {
        return text.length() >= DATE_LENGTH && valid(text) ? text.substring(0, DATE_LENGTH) : null;
    }

    /** @return date and time, digits behind milliseconds cut; null for a zero, partial or invalid date */
    public static String dateTime(String text) {
        if (date(text) == null) {
            return null;
        }
        if (text.length() == DATE_LENGTH) {
            return text + " 00:00:00";
        }
        return text.length() > MILLIS_LENGTH ? text.substring(0, MILLIS_LENGTH) : text;
    }

    /** @return as {@link #dateTime}, in UTC instead of the zone */
    public static String inUtc(String text, ZoneId zone) {
        String moment = dateTime(text);
        if (moment == null || zone.equals(ZoneOffset.UTC)) {
            return moment;
        }
        String utc = LocalDateTime.parse(moment.replace(' ', 'T'))
                .atZone(zone)
                .withZoneSameInstant(ZoneOffset.UTC)
                .format(SECONDS);
        return utc + moment.substring(SECONDS_LENGTH);
    }

    /** @return true if digits that are not zero stand behind the milliseconds */
    public static boolean finerThanMillis(String text) {
        for (int i = MILLIS_LENGTH; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static boolean valid(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE_LENGTH);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= DAYS[month - 1] + (month == 2 && leap ? 1 : 0)
                && (text.length() == DATE_LENGTH || text.length() >= SECONDS_LENGTH);
    }

    /** @return -1 if there is anything but digits */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
