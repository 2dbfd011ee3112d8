package io.mysqlrelay.source.debezium;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/**
 * Bytes of a connection, any failure of which is the connection's end. The library goes on reading after errors that it
 * takes for an event's, such as one of TLS: then out of a buffer whose bytes it has had already, as if they were new, and
 * the reader would take the lost connection for a binlog that cannot be read.
 */
final class ConnectionStream extends FilterInputStream {
    ConnectionStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw end(e);
        }
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        try {
            return in.read(to, from, length);
        } catch (IOException e) {
            throw end(e);
        }
    }

    private static IOException end(IOException e) {
        if (e instanceof SocketException || e instanceof EOFException) {
            return e;
        }
        SocketException end = new SocketException("the connection failed: " + e.getMessage());
        end.initCause(e);
        return end;
    }
}
