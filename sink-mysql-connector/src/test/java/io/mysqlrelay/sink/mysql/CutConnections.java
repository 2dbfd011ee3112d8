package io.mysqlrelay.sink.mysql;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections to the server, without TLS, that all end when one chosen command is sent: to the server that is a client whose
 * process was killed there, and it carries the command out for nobody. Commands are counted over all connections.
 */
final class CutConnections implements AutoCloseable {
    private static final int HEADER = 4;

    private final ServerSocket listener;
    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private int left = Integer.MAX_VALUE;
    private volatile boolean silent;

    CutConnections(int server) {
        this.server = server;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** @param commands from now on, up to and with the last one */
    synchronized void cutAt(int commands) {
        left = commands;
    }

    /** Ends them now. */
    void cut() {
        sockets.forEach(CutConnections::end);
        sockets.clear();
    }

    /** @return true if the chosen command has come; then the next ones are passed on again */
    synchronized boolean hasCut() {
        boolean cut = left <= 0;
        left = Integer.MAX_VALUE;
        silent = false;
        return cut;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(client);
                sockets.add(to);
                daemon(() -> answers(to, client));
                daemon(() -> commands(client, to));
            } catch (IOException closed) {
                // The loop's condition tells whether that was the end.
            }
        }
    }

    private void answers(Socket from, Socket into) {
        try {
            byte[] buffer = new byte[1 << 16];
            for (int n = from.getInputStream().read(buffer);
                    n >= 0 && !silent;
                    n = from.getInputStream().read(buffer)) {
                into.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException ended) {
            // The other direction ends too.
        } finally {
            end(from);
            end(into);
        }
    }

    /** Packet by packet: one with the number 0 begins a command. */
    private void commands(Socket from, Socket into) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = into.getOutputStream();
            while (true) {
                byte[] header = in.readNBytes(HEADER);
                if (header.length < HEADER) {
                    return;
                }
                int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
                byte[] body = in.readNBytes(length);
                boolean end = header[3] == 0 && count();
                // Before the command is sent: its answer may be quicker than the end of the connections.
                silent |= end;
                out.write(header);
                out.write(body);
                if (end) {
                    cut();
                }
            }
        } catch (IOException ended) {
            // The other direction ends too.
        } finally {
            end(from);
            end(into);
        }
    }

    private synchronized boolean count() {
        left--;
        return left <= 0;
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // There is nothing more to end.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cut-connections");
        thread.setDaemon(true);
        thread.start();
    }
}
