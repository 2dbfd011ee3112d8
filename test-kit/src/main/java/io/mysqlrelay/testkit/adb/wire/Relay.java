package io.mysqlrelay.testkit.adb.wire;

import io.mysqlrelay.testkit.adb.model.AdbError;
import java.io.IOException;

/** Passes an answer of the backing server on to the client. */
public final class Relay {
    /** Leaves the number of affected rows as the backing server says. */
    public static final long AS_COUNTED = -1;

    private Relay() {}

    /**
     * Passes the whole answer on and sends it.
     *
     * @param affectedRows to answer instead of the server's, or {@link #AS_COUNTED}
     * @throws AdbError when the statement failed; nothing of it was passed on
     */
    public static void answer(Backing backing, PacketStream client, long affectedRows) throws IOException {
        byte[] first = backing.first();
        int kind = first[0] & 0xff;
        if (kind == Answers.ERROR) {
            throw Answers.read(first);
        }
        if (kind == Answers.OK) {
            client.write(affectedRows == AS_COUNTED ? first : counted(first, affectedRows));
        } else {
            client.write(first);
            rows(backing.server(), client);
        }
        client.flush();
    }

    private static void rows(PacketStream server, PacketStream client) throws IOException {
        boolean columnsEnded = false;
        while (true) {
            PacketStream.Passed packet = server.pass(client);
            if (packet.first() == Answers.ERROR && columnsEnded) {
                return;
            }
            if (packet.first() == Answers.EOF && packet.length() < 9) {
                if (columnsEnded) {
                    return;
                }
                columnsEnded = true;
            }
        }
    }

    private static byte[] counted(byte[] ok, long affectedRows) {
        Payload fields = new Payload(ok);
        fields.skip(1);
        fields.length();
        long lastId = fields.length();
        return new Building()
                .int1(Answers.OK)
                .length(affectedRows)
                .length(lastId)
                .int2(fields.int2())
                .int2(fields.int2())
                .payload();
    }
}
