package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.InputStream;

/** A stream over bytes for one thread: the JDK's own takes a lock for each byte, and the library reads byte by byte. */
final class PlainBytes extends InputStream {
    private final byte[] bytes;
    private int at;

    private PlainBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(new PlainBytes(bytes));
    }

    @Override
    public int read() {
        return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
        if (at == bytes.length) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(bytes, at, to, from, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long count) {
        int skipped = (int) Math.max(0, Math.min(count, available()));
        at += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return bytes.length - at;
    }
}
