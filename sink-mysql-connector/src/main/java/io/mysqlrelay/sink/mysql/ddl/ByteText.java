package io.mysqlrelay.sink.mysql.ddl;

import java.nio.charset.StandardCharsets;

/**
 * A statement's bytes as a text of as many characters, so that offsets in the text are offsets in the bytes. ASCII is
 * itself, everything else some character that is no ASCII: enough to find the words of the grammar, useless for names.
 */
final class ByteText {
    private static final byte OTHER = (byte) 0xFF;

    private ByteText() {}

    /** @param charset MySQL's name of it */
    static String of(byte[] statement, String charset) {
        return new String(masked(statement, charset), StandardCharsets.ISO_8859_1);
    }

    /** In these character sets the bytes behind a character's first may be ASCII: a backslash, a quote, a digit. */
    private static byte[] masked(byte[] statement, String charset) {
        if (!charset.equals("gbk")
                && !charset.equals("big5")
                && !charset.equals("sjis")
                && !charset.equals("cp932")
                && !charset.equals("gb18030")) {
            return statement;
        }
        byte[] masked = statement.clone();
        int at = 0;
        while (at < masked.length) {
            int length = length(statement, at, charset);
            for (int i = 1; i < length; i++) {
                masked[at + i] = OTHER;
            }
            at += length;
        }
        return masked;
    }

    /** As MySQL's own functions mbcharlen do (strings/ctype-*.cc): a first byte without its second stands alone. */
    private static int length(byte[] bytes, int at, String charset) {
        int first = bytes[at] & 0xFF;
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
        boolean leads = switch (charset) {
            case "big5" -> first >= 0xA1 && first <= 0xF9;
            case "sjis", "cp932" -> (first >= 0x81 && first <= 0x9F) || (first >= 0xE0 && first <= 0xFC);
            default -> first >= 0x81 && first <= 0xFE;
        };
        if (!leads) {
            return 1;
        }
        if (charset.equals("gb18030") && second >= '0' && second <= '9') {
            return at + 3 < bytes.length ? 4 : 1;
        }
        return second >= 0x40 && second != 0x7F && second != 0xFF ? 2 : 1;
    }
}
