package io.mysqlrelay.source.value;

import java.time.LocalDate;

/**
 * The server's binary dates and times, as digits (MySQL Internals, "Date and Time Data Type Representation"). Nothing is
 * checked against a calendar: 0000-00-00 and 2024-02-30 are values like any other.
 */
public final class PackedTemporal {
    static final long MICROS = 1_000_000;

    private static final long[] POWERS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final long SECONDS_PER_DAY = 86_400;

    private PackedTemporal() {}

    /** @param digits 0 to 6 */
    static long microsPerUnit(int digits) {
        return POWERS[digits];
    }

    /** @return bytes that hold a fraction of that many digits, after the whole seconds */
    public static int fractionLength(int digits) {
        return (digits + 1) / 2;
    }

    /** @param packed the column's three bytes, least significant first */
    public static String date(int packed) {
        return new Digits(10)
                .date(packed >>> 9 & 0x7FFF, packed >>> 5 & 15, packed & 31)
                .toString();
    }

    /**
     * DATETIME since 5.6.4.
     *
     * @param seconds five bytes, most significant first: sign, 17 bits year*13+month, 5 day, 5 hour, 6 minute, 6 second
     * @param fraction {@link #fractionLength} bytes, most significant first
     */
    public static String dateTime(long seconds, int fraction, int digits) {
        long yearMonth = seconds >>> 22 & 0x1FFFF;
        return new Digits(19 + (digits > 0 ? digits + 1 : 0))
                .date(yearMonth / 13, yearMonth % 13, seconds >>> 17 & 31)
                .time(seconds >>> 12 & 31, seconds >>> 6 & 63, seconds & 63)
                .fraction(micros(fraction, digits), digits)
                .toString();
    }

    /**
     * TIMESTAMP since 5.6.4, in UTC.
     *
     * @param seconds since the epoch, four bytes, most significant first; 0 is the zero date
     * @param fraction {@link #fractionLength} bytes, most significant first
     */
    public static String timestamp(long seconds, int fraction, int digits) {
        Digits text = new Digits(19 + (digits > 0 ? digits + 1 : 0));
        if (seconds == 0) {
            text.date(0, 0, 0).time(0, 0, 0);
        } else {
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
            long second = Math.floorMod(seconds, SECONDS_PER_DAY);
            text.date(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
                    .time(second / 3600, second / 60 % 60, second % 60);
        }
        return text.fraction(micros(fraction, digits), digits).toString();
    }

    /**
     * TIME since 5.6.4.
     *
     * @param packed three bytes and {@link #fractionLength} more as one number, most significant first: 1 bit that is
     *     set for non-negative values, 1 unused, 10 hour, 6 minute, 6 second, then the fraction; two's complement as a
     *     whole
     * @return microseconds
     */
    public static long time(long packed, int digits) {
        int fractionBits = fractionLength(digits) * 8;
        long signed = packed - (0x800000L << fractionBits);
        long absolute = Math.abs(signed);
        int fraction = (int) (absolute & ((1L << fractionBits) - 1));
        long hms = absolute >>> fractionBits;
        long value = micros(hms >>> 12 & 1023, hms >>> 6 & 63, hms & 63) + micros(fraction, digits);
        return signed < 0 ? -value : value;
    }

    /**
     * DATETIME before 5.6.4.
     *
     * @param number YYYYMMDDhhmmss in decimal digits
     */
    public static String oldDateTime(long number) {
        long day = number / 1_000_000;
        return new Digits(19)
                .date(day / 10_000, day / 100 % 100, day % 100)
                .time(number / 10_000 % 100, number / 100 % 100, number % 100)
                .toString();
    }

    /**
     * TIME before 5.6.4.
     *
     * @param number hhhmmss in decimal digits, negative for negative times
     * @return microseconds
     */
    public static long oldTime(int number) {
        long absolute = Math.abs((long) number);
        long value = micros(absolute / 10_000, absolute / 100 % 100, absolute % 100);
        return number < 0 ? -value : value;
    }

    private static long micros(long hours, long minutes, long seconds) {
        return ((hours * 60 + minutes) * 60 + seconds) * MICROS;
    }

    /** Fractions are stored in units of two digits per byte: one digit too, then its second digit is 0. */
    private static long micros(int fraction, int digits) {
        return fraction * POWERS[fractionLength(digits) * 2];
    }
}
