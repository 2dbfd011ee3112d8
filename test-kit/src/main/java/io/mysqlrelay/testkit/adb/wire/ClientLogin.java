package io.mysqlrelay.testkit.adb.wire;

import io.mysqlrelay.testkit.adb.model.AdbError;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The stand-in's side of a handshake.
 *
 * @param capabilities on which both sides agree
 * @param collation number of the one that the client wants
 * @param database empty for none
 */
public record ClientLogin(long capabilities, int collation, String database) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PROTOCOL = 10;
    /** utf8mb4_general_ci: a server of this version has no utf8mb4_0900_ai_ci. */
    private static final int COLLATION = 45;

    private static final int AUTOCOMMIT = 2;
    private static final int LIMIT = 1 << 16;

    /**
     * Greets the client and takes its answer.
     *
     * @param session the id that {@code CONNECTION_ID()}, {@code SHOW PROCESSLIST} and {@code KILL} know
     * @throws AdbError for a wrong user or password; not sent yet
     */
    public static ClientLogin take(PacketStream client, long session, String version, String user, String password)
            throws IOException {
        byte[] salt = salt();
        client.startCommand();
        client.write(greeting(session, version, salt));
        client.flush();
        Payload fields = new Payload(client.read(LIMIT));
        long wanted = fields.int4();
        fields.int4();
        int collation = fields.int1();
        fields.skip(23);
        String name = fields.zeroEnded();
        byte[] proof = fields.bytes(
                Capability.has(wanted, Capability.PLUGIN_AUTH_LENENC) ? (int) fields.length() : fields.int1());
        String database = Capability.has(wanted, Capability.CONNECT_WITH_DB) ? fields.zeroEnded() : "";
        if (Capability.has(wanted, Capability.PLUGIN_AUTH)
                && fields.left() > 0
                && !fields.zeroEnded().equals(Scramble.PLUGIN)) {
            client.write(new Building()
                    .int1(Answers.EOF)
                    .zeroEnded(Scramble.PLUGIN)
                    .bytes(salt)
                    .int1(0)
                    .payload());
            client.flush();
            proof = client.read(LIMIT);
        }
        if (!name.equals(user) || !Arrays.equals(proof, Scramble.of(password, salt))) {
            throw new AdbError(1045, "28000", "Access denied for user '" + name + "' (using password: YES)");
        }
        return new ClientLogin(wanted & Capability.OFFERED, collation, database);
    }

    private static byte[] salt() {
        byte[] salt = new byte[Scramble.SALT];
        for (int i = 0; i < salt.length; i++) {
            // Neither zero, which would end it, nor beyond ASCII.
            salt[i] = (byte) (33 + RANDOM.nextInt(94));
        }
        return salt;
    }

    private static byte[] greeting(long session, String version, byte[] salt) {
        return new Building()
                .int1(PROTOCOL)
                .zeroEnded(version)
                .int4(session)
                .bytes(Arrays.copyOf(salt, 8))
                .int1(0)
                .int2((int) Capability.OFFERED)
                .int1(COLLATION)
                .int2(AUTOCOMMIT)
                .int2((int) (Capability.OFFERED >> 16))
                .int1(Scramble.SALT + 1)
                .zeros(10)
                .bytes(Arrays.copyOfRange(salt, 8, Scramble.SALT))
                .int1(0)
                .zeroEnded(Scramble.PLUGIN)
                .payload();
    }
}
