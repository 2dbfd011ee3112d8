package io.mysqlrelay.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes the bytes of all connections to its port on to another port of 127.0.0.1, until it is paused: then both sides
 * keep their connections, and nothing arrives, as when a cable is pulled.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listener;
    private final int to;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean paused;

    private TcpProxy(ServerSocket listener, int to) {
        this.listener = listener;
        this.to = to;
    }

    /**
     * @param port that clients connect to
     * @param to where their bytes go; nothing need listen there yet
     */
    public static TcpProxy start(int port, int to) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            TcpProxy proxy = new TcpProxy(listener, to);
            daemon(proxy::accept, "accept");
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on nothing arrives, new connections neither. */
    public synchronized void pause() {
        paused = true;
    }

    /** Everything that was sent meanwhile arrives, in order. */
    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Ends all connections; new ones are taken. */
    public void cut() {
        sockets.forEach(TcpProxy::end);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a listener", e);
        } finally {
            resume();
            cut();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                daemon(() -> connect(client), "connect");
            } catch (IOException closed) {
                // The loop's condition tells whether that was the end.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        sockets.add(server);
        try {
            awaitGate();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            daemon(() -> pass(client, server), "pass");
            pass(server, client);
        } catch (IOException refusedOrCut) {
            endAll(client, server);
        }
    }

    /** Until one side ends; then the other is ended too. */
    private void pass(Socket from, Socket into) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitGate();
                out.write(buffer, 0, n);
            }
            awaitGate();
        } catch (IOException ended) {
            // Told to the other side like an orderly end.
        } finally {
            endAll(from, into);
        }
    }

    private void endAll(Socket... ended) {
        for (Socket socket : ended) {
            end(socket);
            sockets.remove(socket);
        }
    }

    private synchronized void awaitGate() throws IOException {
        try {
            while (paused) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyEnded) {
            // There is nothing more to end.
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
