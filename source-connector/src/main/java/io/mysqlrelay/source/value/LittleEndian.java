package io.mysqlrelay.source.value;

/** Numbers in the server's own byte order. */
final class LittleEndian {
    private LittleEndian() {}

    /** @return unsigned for fewer than eight bytes */
    static long number(byte[] bytes, int at, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xFF);
        }
        return value;
    }
}
