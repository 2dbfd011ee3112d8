package io.mysqlrelay.testkit.adb.wire;

import io.mysqlrelay.testkit.adb.model.AdbError;

/** Packets with which the stand-in itself answers. */
public final class Answers {
    static final int OK = 0x00;
    static final int EOF = 0xfe;
    static final int ERROR = 0xff;

    private static final int AUTOCOMMIT = 2;

    private Answers() {}

    public static byte[] ok(long affectedRows) {
        return new Building()
                .int1(OK)
                .length(affectedRows)
                .length(0)
                .int2(AUTOCOMMIT)
                .int2(0)
                .payload();
    }

    public static byte[] eof() {
        return new Building().int1(EOF).int2(0).int2(AUTOCOMMIT).payload();
    }

    public static byte[] error(AdbError error) {
        return new Building()
                .int1(ERROR)
                .int2(error.vendorCode())
                .text("#" + error.sqlState())
                .text(error.getMessage())
                .payload();
    }

    static AdbError read(byte[] payload) {
        Payload fields = new Payload(payload);
        fields.skip(1);
        int code = fields.int2();
        fields.skip(1);
        String state = fields.text(5);
        return new AdbError(code, state, fields.text(fields.left()));
    }
}
