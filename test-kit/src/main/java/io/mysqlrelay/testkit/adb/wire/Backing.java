package io.mysqlrelay.testkit.adb.wire;

import io.mysqlrelay.testkit.adb.model.AdbError;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A session of the real MySQL server behind the stand-in. For one thread, but any may close it. */
public final class Backing implements Closeable {
    private static final int CONNECT_LIMIT_MS = 5_000;
    private static final int QUERY = 3;
    private static final int LIMIT = Integer.MAX_VALUE - 16;

    private final PacketStream server;
    private final long session;
    private final byte[] salt;

    private Backing(PacketStream server, long session, byte[] salt) {
        this.server = server;
        this.session = session;
        this.salt = salt;
    }

    /** Connects and reads the server's greeting; {@link #login} has to follow. */
    public static Backing connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(host, port), CONNECT_LIMIT_MS);
        PacketStream server = new PacketStream(socket);
        byte[] greeting = server.read(LIMIT);
        if ((greeting[0] & 0xff) == Answers.ERROR) {
            socket.close();
            throw new IOException("the backing server takes no connection");
        }
        Payload fields = new Payload(greeting);
        fields.skip(1);
        fields.zeroEnded();
        long session = fields.int4();
        byte[] salt = Arrays.copyOf(fields.bytes(8), Scramble.SALT);
        fields.skip(1 + 2 + 1 + 2 + 2 + 1 + 10);
        System.arraycopy(fields.bytes(Scramble.SALT - 8), 0, salt, 8, Scramble.SALT - 8);
        return new Backing(server, session, salt);
    }

    /** The server's id of this session. */
    public long session() {
        return session;
    }

    /**
     * Logs in with what the client has agreed to.
     *
     * @throws AdbError when the server refuses, because the database does not exist for instance
     */
    public void login(ClientLogin client, String user, String password) throws IOException {
        long capabilities = client.capabilities() | Capability.PLUGIN_AUTH;
        byte[] proof = Scramble.of(password, salt);
        Building answer = new Building()
                .int4(capabilities)
                .int4(PacketStream.MOST)
                .int1(client.collation())
                .zeros(23)
                .zeroEnded(user)
                .int1(proof.length)
                .bytes(proof);
        if (Capability.has(capabilities, Capability.CONNECT_WITH_DB)) {
            answer.zeroEnded(client.database());
        }
        server.write(answer.zeroEnded(Scramble.PLUGIN).payload());
        server.flush();
        byte[] reply = server.read(LIMIT);
        if ((reply[0] & 0xff) == Answers.EOF) {
            Payload other = new Payload(reply);
            other.skip(1);
            other.zeroEnded();
            server.write(Scramble.of(password, other.bytes(Scramble.SALT)));
            server.flush();
            reply = server.read(LIMIT);
        }
        if ((reply[0] & 0xff) == Answers.ERROR) {
            throw Answers.read(reply);
        }
    }

    /** Sends a command without waiting for its answer. */
    public void send(int command, String argument) throws IOException {
        byte[] text = argument.getBytes(StandardCharsets.ISO_8859_1);
        byte[] payload = new byte[text.length + 1];
        payload[0] = (byte) command;
        System.arraycopy(text, 0, payload, 1, text.length);
        server.startCommand();
        server.write(payload);
        server.flush();
    }

    public void sendQuery(String sql) throws IOException {
        send(QUERY, sql);
    }

    PacketStream server() {
        return server;
    }

    /** @return the first packet of an answer */
    byte[] first() throws IOException {
        return server.read(LIMIT);
    }

    /**
     * Runs a statement of the stand-in's own.
     *
     * @return its rows, none for a statement without a result
     * @throws AdbError as the backing server words it
     */
    public List<List<String>> query(String sql) throws IOException {
        sendQuery(sql);
        byte[] first = first();
        if ((first[0] & 0xff) == Answers.ERROR) {
            throw Answers.read(first);
        }
        List<List<String>> rows = new ArrayList<>();
        if (first[0] == Answers.OK) {
            return rows;
        }
        int columns = (int) new Payload(first).length();
        for (int i = 0; i <= columns; i++) {
            server.read(LIMIT);
        }
        for (byte[] row = server.read(LIMIT); !isEof(row); row = server.read(LIMIT)) {
            if ((row[0] & 0xff) == Answers.ERROR) {
                throw Answers.read(row);
            }
            Payload fields = new Payload(row);
            List<String> values = new ArrayList<>(columns);
            for (int i = 0; i < columns; i++) {
                values.add(fields.lengthText());
            }
            rows.add(values);
        }
        return rows;
    }

    private static boolean isEof(byte[] payload) {
        return (payload[0] & 0xff) == Answers.EOF && payload.length < 9;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
