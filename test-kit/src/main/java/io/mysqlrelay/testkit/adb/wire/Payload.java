package io.mysqlrelay.testkit.adb.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the fields of one packet, front to back. */
final class Payload {
    /** What {@link #length()} answers for a NULL. */
    static final int NULL = -1;

    private final byte[] bytes;
    private int at;

    Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    int left() {
        return bytes.length - at;
    }

    int int1() {
        return bytes[at++] & 0xff;
    }

    long int4() {
        return int1() | int1() << 8 | int1() << 16 | (long) int1() << 24;
    }

    int int2() {
        return int1() | int1() << 8;
    }

    void skip(int count) {
        at += count;
    }

    byte[] bytes(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return taken;
    }

    String text(int count) {
        String text = new String(bytes, at, count, StandardCharsets.ISO_8859_1);
        at += count;
        return text;
    }

    /** Text up to a zero byte, or to the end. */
    String zeroEnded() {
        int end = at;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        String text = text(end - at);
        if (at < bytes.length) {
            at++;
        }
        return text;
    }

    /** A length-encoded integer. */
    long length() {
        int first = int1();
        return switch (first) {
            case 0xfb -> NULL;
            case 0xfc -> int2();
            case 0xfd -> int2() | (long) int1() << 16;
            case 0xfe -> int4() | int4() << 32;
            default -> first;
        };
    }

    /** @return null for a NULL */
    String lengthText() {
        long length = length();
        return length == NULL ? null : text((int) length);
    }
}
