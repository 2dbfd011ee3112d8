package io.mysqlrelay.source.value;

/** Writes dates and times in the server's form, into a text whose length is known. Not thread-safe. */
final class Digits {
    private final char[] text;
    private int end;

    Digits(int length) {
        this.text = new char[length];
    }

    Digits date(long year, long month, long day) {
        return number(year, 4).mark('-').number(month, 2).mark('-').number(day, 2);
    }

    /** Appends a blank and the time of day. */
    Digits time(long hour, long minute, long second) {
        return mark(' ').number(hour, 2).minuteSecond(minute, second);
    }

    Digits minuteSecond(long minute, long second) {
        return mark(':').number(minute, 2).mark(':').number(second, 2);
    }

    /** @param digits how many of the six digits are written; 0 writes no point either */
    Digits fraction(long micros, int digits) {
        return digits == 0 ? this : mark('.').number(micros / PackedTemporal.microsPerUnit(digits), digits);
    }

    private Digits mark(char c) {
        text[end++] = c;
        return this;
    }

    private Digits number(long value, int width) {
        long rest = value;
        for (int i = end + width - 1; i >= end; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        end += width;
        return this;
    }

    @Override
    public String toString() {
        return new String(text, 0, end);
    }
}
