package io.mysqlrelay.source.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The server's binary DECIMAL: nine digits in four bytes, big endian, integer and fraction apart, first bit inverted and
 * all bytes inverted for negative numbers (source: {@code strings/decimal.cc}, {@code decimal2bin}).
 */
public final class PackedDecimal {
    private static final int GROUP = 9;
    /** Bytes that hold 0 to 9 digits. */
    private static final int[] BYTES = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};

    private static final long[] POWERS = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    /** More digits may not fit a long. */
    private static final int LONG_DIGITS = 18;

    private PackedDecimal() {}

    /** @return how many bytes a DECIMAL(precision, scale) has */
    public static int length(int precision, int scale) {
        return size(precision - scale) + size(scale);
    }

    private static int size(int digits) {
        return digits / GROUP * 4 + BYTES[digits % GROUP];
    }

    /**
     * @param offset of the first of {@link #length} bytes, which are left unchanged
     * @return with exactly {@code scale} digits behind the point
     */
    public static BigDecimal decode(byte[] bytes, int offset, int precision, int scale) {
        boolean negative = (bytes[offset] & 0x80) == 0;
        Sum sum = new Sum(precision <= LONG_DIGITS);
        int invert = negative ? 0xFF : 0;
        int at = offset;
        int whole = precision - scale;
        at = sum.group(bytes, at, whole % GROUP, invert, at == offset ? 0x80 : 0);
        for (int i = 0; i < whole / GROUP; i++) {
            at = sum.group(bytes, at, GROUP, invert, at == offset ? 0x80 : 0);
        }
        for (int i = 0; i < scale / GROUP; i++) {
            at = sum.group(bytes, at, GROUP, invert, at == offset ? 0x80 : 0);
        }
        sum.group(bytes, at, scale % GROUP, invert, at == offset ? 0x80 : 0);
        return sum.value(negative, scale);
    }

    /** Collects the digits, in a long as far as that goes. */
    private static final class Sum {
        private final boolean small;
        private long digits;
        private BigInteger manyDigits = BigInteger.ZERO;

        Sum(boolean small) {
            this.small = small;
        }

        int group(byte[] bytes, int at, int count, int invert, int firstBit) {
            int length = BYTES[count];
            long group = 0;
            for (int i = 0; i < length; i++) {
                int b = (bytes[at + i] & 0xFF) ^ (i == 0 ? firstBit : 0) ^ invert;
                group = group << 8 | b;
            }
            if (small) {
                digits = digits * POWERS[count] + group;
            } else if (length > 0) {
                manyDigits =
                        manyDigits.multiply(BigInteger.valueOf(POWERS[count])).add(BigInteger.valueOf(group));
            }
            return at + length;
        }

        BigDecimal value(boolean negative, int scale) {
            return small
                    ? BigDecimal.valueOf(negative ? -digits : digits, scale)
                    : new BigDecimal(negative ? manyDigits.negate() : manyDigits, scale);
        }
    }
}
