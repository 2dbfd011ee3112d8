package io.mysqlrelay.source.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a MySQL server makes of a number in JSON text. Its parser (RapidJSON without full precision) rounds twice, so that
 * of random doubles a quarter comes back one bit off, even from the server's own print.
 */
final class ServerJsonNumber {
    /** As far as the parser collects digits in an integer. */
    private static final long EXACT = 0x1F_FFFF_FFFF_FFFFL;
    /** Digits that count; the parser ignores those behind. */
    private static final int SIGNIFICANT = 17;

    private static final int SMALLEST_POWER = -308;
    /** Digits of the whole numbers that are tried, as many as fit a long. */
    private static final int[] LENGTHS = {18, 19, 17, 16};
    /** Leaves room for the next larger double below the largest long. */
    private static final BigDecimal LARGEST = new BigDecimal("9.2e18");
    /** Zeros behind them: each moves the number to another place between two powers of two. */
    private static final int MOST_ZEROS = 9;

    private final String text;
    private int at;
    private long digits;
    private double value;
    private boolean overflown;
    private int significant;
    private int exponent;

    private ServerJsonNumber(String text) {
        this.text = text;
    }

    /** @param number with a point or an exponent; never null */
    static double parse(String number) {
        return new ServerJsonNumber(number).parse();
    }

    /**
     * @param number with a point or an exponent
     * @return a text that the server reads as exactly the double that the number means: the number itself, if it does,
     *     or if no such text is found, which happens to one random double in some ten thousand
     */
    static String exact(String number) {
        double meant = Double.parseDouble(number);
        if (Double.doubleToLongBits(parse(number)) == Double.doubleToLongBits(meant)) {
            return number;
        }
        double absolute = Math.abs(meant);
        BigDecimal decimal = new BigDecimal(absolute);
        int point = decimal.precision() - decimal.scale();
        String sign = meant < 0 ? "-" : "";
        String onlyForTheServer = null;
        for (int zeros = 0; zeros <= MOST_ZEROS; zeros++) {
            for (int length : LENGTHS) {
                int scale = length - point;
                BigDecimal whole = decimal.movePointRight(scale).setScale(0, RoundingMode.HALF_EVEN);
                if (whole.compareTo(LARGEST) > 0) {
                    continue;
                }
                for (long candidate : candidates(whole.longValueExact())) {
                    String found = sign + candidate + "0".repeat(zeros) + "e" + -(scale + zeros);
                    if (parse(found) == meant) {
                        if (Double.parseDouble(found) == meant) {
                            return found;
                        }
                        onlyForTheServer = onlyForTheServer == null ? found : onlyForTheServer;
                    }
                }
            }
        }
        return onlyForTheServer == null ? number : onlyForTheServer;
    }

    /** The number itself, and the nearest ones that become another double. */
    private static long[] candidates(long whole) {
        double near = (double) whole;
        double up = Math.nextUp(near);
        double down = Math.nextDown(near);
        // Half way between two doubles lies a whole number, or the doubles are one apart.
        long toUp = (long) near + ((long) up - (long) near) / 2;
        long toDown = (long) near - ((long) near - (long) down) / 2;
        return new long[] {whole, toUp, toUp + 1, toDown, toDown - 1, (long) up, (long) down};
    }

    private double parse() {
        boolean negative = text.charAt(0) == '-';
        at = negative ? 1 : 0;
        whole(negative);
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            fraction();
        }
        if (at < text.length()) {
            // Behind the e; a plus sign is fine too.
            exponent += Integer.parseInt(text, at + 1, text.length(), 10);
        }
        double absolute = scaled(value, exponent);
        return negative ? -absolute : absolute;
    }

    /** Digits go into a signed or an unsigned long as far as they fit, and from there on into a double. */
    private void whole(boolean negative) {
        long limit = negative ? Long.MAX_VALUE / 10 : Long.divideUnsigned(-1L, 10);
        int lastDigit = negative ? 8 : 5;
        // The parser does not count the first digit among the significant ones.
        digits = digit();
        while (isDigit()) {
            int next = digit();
            int room = Long.compareUnsigned(digits, limit);
            if (!overflown && (room < 0 || (room == 0 && next <= lastDigit))) {
                digits = digits * 10 + next;
                significant++;
            } else {
                value = (overflown ? value : unsigned(digits)) * 10 + next;
                overflown = true;
            }
        }
        value = overflown ? value : unsigned(digits);
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? (double) bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private void fraction() {
        if (!overflown) {
            while (isDigit() && digits >= 0 && digits <= EXACT) {
                digits = digits * 10 + digit();
                exponent--;
                significant += digits != 0 ? 1 : 0;
            }
            value = unsigned(digits);
        }
        while (isDigit()) {
            int next = digit();
            if (significant < SIGNIFICANT) {
                value = value * 10 + next;
                exponent--;
                significant += value > 0 ? 1 : 0;
            }
        }
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int digit() {
        return text.charAt(at++) - '0';
    }

    private static double scaled(double significand, int power) {
        return power < SMALLEST_POWER
                ? once(once(significand, SMALLEST_POWER), power - SMALLEST_POWER)
                : once(significand, power);
    }

    private static double once(double significand, int power) {
        if (power < SMALLEST_POWER) {
            return 0;
        }
        return power >= 0
                ? significand * Double.parseDouble("1e" + power)
                : significand / Double.parseDouble("1e" + -power);
    }
}
