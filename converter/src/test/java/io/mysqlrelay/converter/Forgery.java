package io.mysqlrelay.converter;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Records that no converter has written, with the right check sum. */
final class Forgery {
    private static final int VERSION_1 = 0xB701;

    private Forgery() {}

    /** @param schema as {@link SchemaBytes}, well-formed or not */
    static byte[] record(byte[] schema, byte[] value) {
        ByteSink out = new ByteSink();
        out.put(VERSION_1 >>> 8);
        out.put(VERSION_1);
        out.bytes(schema);
        out.raw(value);
        return sealed(out.toArray());
    }

    static byte[] sealed(byte[] record) {
        byte[] sealed = Arrays.copyOf(record, record.length + CheckSum.LENGTH);
        ByteSink sum = new ByteSink();
        sum.int32(CheckSum.of(record, record.length));
        System.arraycopy(sum.toArray(), 0, sealed, record.length, CheckSum.LENGTH);
        return sealed;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] number(long value) {
        ByteSink out = new ByteSink();
        out.unsigned(value);
        return out.toArray();
    }
}
