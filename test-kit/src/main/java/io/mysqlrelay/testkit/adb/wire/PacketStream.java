package io.mysqlrelay.testkit.adb.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One end of a connection: payloads in packets of at most 16 MB - 1, numbered. For one thread, but any may close it. */
public final class PacketStream implements Closeable {
    static final int MOST = 0xff_ffff;

    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] block = new byte[BUFFER];
    private int next;

    public PacketStream(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** The next packet written is the first of a command. */
    public void startCommand() {
        next = 0;
    }

    /**
     * @param limit of bytes that are kept
     * @return the payload, or null when it has more than {@code limit} bytes; it is read to its end all the same
     * @throws EOFException when the other side has gone
     */
    public byte[] read(int limit) throws IOException {
        int length = header();
        if (length < MOST && length <= limit) {
            return exactly(length);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (true) {
            tooLong |= whole.size() + (long) length > limit;
            byte[] part = exactly(length);
            if (!tooLong) {
                whole.write(part);
            }
            if (length < MOST) {
                return tooLong ? null : whole.toByteArray();
            }
            length = header();
        }
    }

    /** Queues a payload; {@link #flush()} sends it. */
    public void write(byte[] payload) throws IOException {
        int at = 0;
        int length;
        do {
            length = Math.min(MOST, payload.length - at);
            writeHeader(length);
            out.write(payload, at, length);
            at += length;
        } while (length == MOST);
    }

    public void flush() throws IOException {
        out.flush();
    }

    /**
     * Passes one payload on without holding it.
     *
     * @return its first byte, and its length when it is a single packet, or else {@link #MOST}
     */
    Passed pass(PacketStream to) throws IOException {
        int length = header();
        Passed passed = new Passed(-1, length);
        boolean first = true;
        while (true) {
            to.writeHeader(length);
            int left = length;
            while (left > 0) {
                int count = in.read(block, 0, Math.min(left, block.length));
                if (count < 0) {
                    throw new EOFException("the other side has gone in the middle of a packet");
                }
                if (first) {
                    passed = new Passed(block[0] & 0xff, length);
                    first = false;
                }
                to.out.write(block, 0, count);
                left -= count;
            }
            if (length < MOST) {
                return passed;
            }
            length = header();
        }
    }

    /** A payload that was passed on. */
    record Passed(int first, int length) {}

    private int header() throws IOException {
        int low = in.read();
        int middle = in.read();
        int high = in.read();
        int number = in.read();
        if (number < 0) {
            throw new EOFException("the other side has gone");
        }
        next = number + 1;
        return low | middle << 8 | high << 16;
    }

    private void writeHeader(int length) throws IOException {
        out.write(length);
        out.write(length >> 8);
        out.write(length >> 16);
        out.write(next++);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the other side has gone in the middle of a packet");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
