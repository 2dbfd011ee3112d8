package io.mysqlrelay.it.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port of this machine from which no answer comes. */
public final class SilentServer implements AutoCloseable {
    private static final int MUTE_BACKLOG = 500;
    private static final int PATIENCE_MS = 300;

    private final ServerSocket listening;
    private final List<Socket> waiting = new ArrayList<>();

    private SilentServer(int backlog) throws IOException {
        listening = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    /** Connections are taken by the system, and nobody ever speaks on them. */
    public static SilentServer mute() throws IOException {
        return new SilentServer(MUTE_BACKLOG);
    }

    /** The queue of connections is full, so the system drops what asks for one more (Linux). */
    public static SilentServer fullQueue() throws IOException {
        SilentServer full = new SilentServer(1);
        try {
            while (true) {
                Socket socket = new Socket();
                full.waiting.add(socket);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), full.port()), PATIENCE_MS);
            }
        } catch (SocketTimeoutException isFull) {
            return full;
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        listening.close();
    }
}
