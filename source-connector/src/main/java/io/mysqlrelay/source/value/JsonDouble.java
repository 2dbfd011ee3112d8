package io.mysqlrelay.source.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A double inside a JSON document, printed as the server prints it: the shortest digits that read back as the same
 * double, with an exponent from 1e15 on and below 1e-15, and never without a point or an exponent, since a whole number
 * would be read back as an integer.
 */
final class JsonDouble {
    /** The server's MAX_DECPT_FOR_F_FORMAT (mysys/dtoa.cc): digits before the point, and zeros behind it. */
    private static final int MAX_POINT = 15;

    /** Whole numbers below this are printed without an exponent and fit a long. */
    private static final double PLAIN = 1e15;

    private JsonDouble() {}

    static void append(StringBuilder out, double value) {
        if (Math.rint(value) == value && Math.abs(value) < PLAIN) {
            // The sign of -0.0 is not in the long.
            out.append(1 / value < 0 && value == 0 ? "-" : "")
                    .append((long) value)
                    .append(".0");
            return;
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        // The value is 0.digits times ten to the power of point.
        int point = digits.length() - shortest.scale();
        out.append(value < 0 ? "-" : "");
        if (point > -MAX_POINT && (point <= MAX_POINT || digits.length() > point)) {
            plain(out, digits, point);
        } else {
            out.append(digits.charAt(0));
            if (digits.length() > 1) {
                out.append('.').append(digits, 1, digits.length());
            }
            out.append('e').append(point - 1);
        }
    }

    private static void plain(StringBuilder out, String digits, int point) {
        if (point <= 0) {
            out.append("0.").append("0".repeat(-point)).append(digits);
        } else if (point < digits.length()) {
            out.append(digits, 0, point).append('.').append(digits, point, digits.length());
        } else {
            out.append(digits).append("0".repeat(point - digits.length())).append(".0");
        }
    }

    /**
     * The fewest digits that read back as the value. {@link Double#toString(double)} before JDK 19 does not always give
     * them. Of two that are as near the server takes the one that ends even (Gay's dtoa, mysys/dtoa.cc).
     */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        for (int precision = best.precision(); precision > 0; precision--) {
            BigDecimal shorter = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() != value) {
                // Below a power of two the next double is half as far as above it: there only the one above may do.
                shorter = exact.round(new MathContext(precision, RoundingMode.UP));
            }
            if (shorter.doubleValue() != value) {
                break;
            }
            best = shorter;
        }
        return best;
    }
}
