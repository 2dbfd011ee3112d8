package io.mysqlrelay.converter;

import java.util.zip.CRC32C;

/**
 * Four bytes at the end of a record. Kafka has its own for damage on the way; these tell bytes that something else has
 * written, cut or changed from a record, before a wrong value is made of them.
 */
final class CheckSum {
    static final int LENGTH = 4;

    private CheckSum() {}

    /** @param length how many bytes from the first */
    static int of(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    /** @param end where the sum begins, of all bytes before it */
    static void require(byte[] bytes, int end) {
        ByteSource sum = new ByteSource(bytes);
        sum.skip(end);
        if (sum.int32() != of(bytes, end)) {
            throw ByteSource.malformed("the record is not as it was written: its check sum differs");
        }
    }
}
