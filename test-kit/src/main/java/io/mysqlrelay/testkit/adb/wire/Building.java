package io.mysqlrelay.testkit.adb.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the fields of one packet, front to back. */
final class Building {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    Building int1(int value) {
        bytes.write(value);
        return this;
    }

    Building int2(int value) {
        return int1(value).int1(value >> 8);
    }

    Building int4(long value) {
        return int2((int) value).int2((int) (value >> 16));
    }

    Building zeros(int count) {
        for (int i = 0; i < count; i++) {
            int1(0);
        }
        return this;
    }

    Building bytes(byte[] value) {
        bytes.write(value, 0, value.length);
        return this;
    }

    Building text(String value) {
        return bytes(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    Building zeroEnded(String value) {
        return text(value).int1(0);
    }

    /** A length-encoded integer. */
    Building length(long value) {
        if (value < 0xfb) {
            return int1((int) value);
        }
        if (value < 1 << 16) {
            return int1(0xfc).int2((int) value);
        }
        return int1(0xfe).int4(value).int4(value >>> 32);
    }

    byte[] payload() {
        return bytes.toByteArray();
    }
}
