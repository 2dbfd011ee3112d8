package io.mysqlrelay.converter;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes while they are read: the other side of {@link ByteSink}. Every method throws RELAY-3003 where the bytes cannot
 * have come from there.
 */
final class ByteSource {
    private static final int LONGEST_UNSIGNED = 64;

    /** A count that is forged may not reserve memory before what it counts is there. */
    private static final int ROOM = 64;

    private final byte[] bytes;
    private final int end;
    private int at;

    ByteSource(byte[] bytes) {
        this(bytes, bytes.length);
    }

    /** @param end behind the last byte to read */
    ByteSource(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** @return how many of {@code count} things to reserve memory for beforehand */
    static int room(int count) {
        return Math.min(count, ROOM);
    }

    static RelayException malformed(String what) {
        return new RelayException(ErrorCode.RECORD_UNREADABLE, what);
    }

    void requireEnd() {
        if (at != end) {
            throw malformed((end - at) + " bytes behind the end of a value");
        }
    }

    byte take() {
        if (at >= end) {
            throw tooShort();
        }
        return bytes[at++];
    }

    int int32() {
        int first = skip(4);
        return (bytes[first] << 24)
                | ((bytes[first + 1] & 0xFF) << 16)
                | ((bytes[first + 2] & 0xFF) << 8)
                | (bytes[first + 3] & 0xFF);
    }

    long int64() {
        long high = int32();
        return (high << 32) | (int32() & 0xFFFFFFFFL);
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < LONGEST_UNSIGNED; shift += 7) {
            byte next = take();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number has no end");
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** @return a count of things of which each takes at least one byte */
    int count() {
        return within(unsigned());
    }

    byte[] bytes() {
        int length = count();
        int from = skip(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    String text() {
        long head = unsigned();
        if ((head & 1) != 0) {
            return utf16(within(head >>> 1));
        }
        int length = within(head >>> 1);
        int from = skip(length);
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        // The decoder puts this character where the bytes are no UTF-8; it may also be meant.
        if (text.indexOf('\uFFFD') >= 0
                && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, at))) {
            throw malformed("a text that is not UTF-8");
        }
        return text;
    }

    private String utf16(int length) {
        int from = skip(within(2L * length));
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) ((bytes[from + 2 * i] << 8) | (bytes[from + 2 * i + 1] & 0xFF));
        }
        return new String(chars);
    }

    /** @return the place of the bits; {@link #bit} reads them */
    int bits(int count) {
        return skip((count + 7) >>> 3);
    }

    boolean bit(int place, int number) {
        return (bytes[place + (number >>> 3)] & (1 << (number & 7))) != 0;
    }

    /** @return where the skipped bytes begin */
    int skip(int length) {
        if (length > end - at) {
            throw tooShort();
        }
        at += length;
        return at - length;
    }

    private int within(long length) {
        if (length < 0 || length > end - at) {
            throw tooShort();
        }
        return (int) length;
    }

    private static RelayException tooShort() {
        return malformed("the bytes end too early");
    }
}
