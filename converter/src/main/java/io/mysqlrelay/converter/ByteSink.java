package io.mysqlrelay.converter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes while they are written. Used again for the next record; by one thread at a time. */
final class ByteSink {
    private static final int FIRST = 1_024;
    /** What one record leaves allocated; a single large row must not stay in memory. */
    private static final int KEPT = 1 << 20;

    private static final int LONGEST_UNSIGNED = 10;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = ONES << 7;

    private byte[] bytes = new byte[FIRST];
    private int size;

    void clear() {
        size = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[FIRST];
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Ends the bytes with {@link CheckSum} of all before. */
    void check() {
        int32(CheckSum.of(bytes, size));
    }

    void put(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** The lowest four bytes, highest first. */
    void int32(int value) {
        put(value >>> 24);
        put(value >>> 16);
        put(value >>> 8);
        put(value);
    }

    void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }

    /** Seven bits a byte, lowest first, the eighth bit where more follow. */
    void unsigned(long value) {
        reserve(LONGEST_UNSIGNED);
        int at = size;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        size = at;
    }

    /** Small absolute values in few bytes. */
    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** The length, then the bytes. */
    void bytes(byte[] value) {
        unsigned(value.length);
        raw(value);
    }

    /**
     * UTF-8 behind its length times two. Halves of surrogate pairs alone have no UTF-8: such a text is written in UTF-16,
     * behind its length times two plus one.
     */
    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (isExact(utf8, value)) {
            unsigned((long) utf8.length << 1);
            raw(utf8);
        } else {
            unsigned(((long) value.length() << 1) | 1);
            for (int i = 0; i < value.length(); i++) {
                put(value.charAt(i) >>> 8);
                put(value.charAt(i));
            }
        }
    }

    /** The encoder writes a question mark in place of what it cannot encode. */
    private static boolean isExact(byte[] utf8, String text) {
        return !hasQuestionMark(utf8)
                || text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Eight bytes at a time, since this looks at every byte of every text. */
    private static boolean hasQuestionMark(byte[] utf8) {
        int at = 0;
        for (; at <= utf8.length - 8; at += 8) {
            // A byte that is equal becomes 0, and 0 - 1 alone sets a highest bit that was not set.
            long different = (long) EIGHT.get(utf8, at) ^ ('?' * ONES);
            if (((different - ONES) & ~different & HIGHEST) != 0) {
                return true;
            }
        }
        for (; at < utf8.length; at++) {
            if (utf8[at] == '?') {
                return true;
            }
        }
        return false;
    }

    void raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** @return the place of a row of bits, all 0, one for each of {@code count} */
    int bits(int count) {
        int length = (count + 7) >>> 3;
        reserve(length);
        int place = size;
        Arrays.fill(bytes, place, place + length, (byte) 0);
        size += length;
        return place;
    }

    void setBit(int place, int number) {
        bytes[place + (number >>> 3)] |= (byte) (1 << (number & 7));
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
        }
    }
}
