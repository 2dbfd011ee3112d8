package io.mysqlrelay.sink.adb.value;

/**
 * What becomes of values that AnalyticDB's types do not have.
 *
 * @param zeroDates what becomes of zero, partial and invalid dates, and those of the year 0
 * @param substitute date that stands for them where the column takes no NULL, as {@code yyyy-mm-dd}; null to stop there
 * @param timeOutOfRange what becomes of negative times and those of 24 hours or more
 * @param floatDecimals digits behind the point that FLOAT values are rounded to
 * @param doubleDecimals the same of DOUBLE
 */
public record ValueRules(Odd zeroDates, String substitute, Odd timeOutOfRange, int floatDecimals, int doubleDecimals) {
    /** As the documentation of the original service has it: nothing is rounded away. */
    public static final int ALL_OF_FLOAT = 38;

    public static final int ALL_OF_DOUBLE = 308;

    public static final ValueRules DEFAULT = new ValueRules(Odd.NULL, null, Odd.ERROR, ALL_OF_FLOAT, ALL_OF_DOUBLE);

    /** The default means all digits, also of numbers that are smaller than any with 38 decimals. */
    int decimalsOfFloat() {
        return floatDecimals >= ALL_OF_FLOAT ? Integer.MAX_VALUE : floatDecimals;
    }

    int decimalsOfDouble() {
        return doubleDecimals >= ALL_OF_DOUBLE ? Integer.MAX_VALUE : doubleDecimals;
    }

    /** What becomes of an odd value. */
    public enum Odd {
        NULL,
        /** The change is refused, and the task stops. */
        ERROR
    }
}
