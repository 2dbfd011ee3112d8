package io.mysqlrelay.sink.adb.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Texts of numbers. */
final class Numbers {
    private Numbers() {}

    /**
     * Java prints decimals that read back as the same float. Those of the largest one are beyond it when they are read as a
     * double first, which a server then refuses.
     */
    static String real(Float value, int decimals) {
        boolean beyond = Math.abs(Double.parseDouble(value.toString())) > Float.MAX_VALUE;
        return real(beyond ? Double.toString(value) : value.toString(), decimals);
    }

    static String real(Double value, int decimals) {
        return real(value.toString(), decimals);
    }

    /** With an exponent always: without, the literal is a decimal number, and -0 loses its sign. */
    private static String real(String text, int decimals) {
        String rounded = text;
        BigDecimal exact = new BigDecimal(text);
        if (exact.scale() > decimals) {
            rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN).toString();
        }
        return rounded.indexOf('E') < 0 ? rounded + "E0" : rounded;
    }

    /** @param littleEndian as the stream has BIT values */
    static String bits(byte[] littleEndian) {
        byte[] big = new byte[littleEndian.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = littleEndian[big.length - 1 - i];
        }
        return new BigInteger(1, big).toString();
    }
}
