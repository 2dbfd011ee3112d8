package io.mysqlrelay.testkit.adb.wire;

/** Bits of the handshake. Answers of the backing server reach the client as they are, so both sides agree on the same ones. */
final class Capability {
    static final long FOUND_ROWS = 1 << 1;
    static final long CONNECT_WITH_DB = 1 << 3;
    static final long PLUGIN_AUTH = 1 << 19;
    static final long PLUGIN_AUTH_LENENC = 1 << 21;

    private static final long LONG_PASSWORD = 1;
    private static final long LONG_FLAG = 1 << 2;
    private static final long PROTOCOL_41 = 1 << 9;
    private static final long TRANSACTIONS = 1 << 13;
    private static final long SECURE_CONNECTION = 1 << 15;

    /** No TLS, no compression, no several statements or results, and an EOF packet behind columns and rows. */
    static final long OFFERED = LONG_PASSWORD
            | FOUND_ROWS
            | LONG_FLAG
            | CONNECT_WITH_DB
            | PROTOCOL_41
            | TRANSACTIONS
            | SECURE_CONNECTION
            | PLUGIN_AUTH;

    private Capability() {}

    static boolean has(long bits, long bit) {
        return (bits & bit) != 0;
    }
}
