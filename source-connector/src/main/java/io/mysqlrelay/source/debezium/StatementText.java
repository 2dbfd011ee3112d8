package io.mysqlrelay.source.debezium;

import com.mysql.cj.CharsetMapping;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes statements, never with the JVM's default character set. */
final class StatementText {
    private StatementText() {}

    /**
     * @param charset MySQL name of the session's character_set_client
     * @param collation the collation id by which the event names it
     */
    static String decode(byte[] statement, String charset, int collation) {
        if (charset.startsWith("utf8") || charset.equals("binary")) {
            // A client that says binary sends names in the server's own character set, which is UTF-8.
            return new String(statement, StandardCharsets.UTF_8);
        }
        if (ascii(statement)) {
            return new String(statement, StandardCharsets.US_ASCII);
        }
        String java = CharsetMapping.getStaticJavaEncodingForCollationIndex(collation);
        if (java == null || !Charset.isSupported(java)) {
            throw new RelayException(
                    ErrorCode.STATEMENT_NOT_UNDERSTOOD,
                    "a statement in the character set " + charset + " cannot be read");
        }
        return new String(statement, Charset.forName(java));
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
