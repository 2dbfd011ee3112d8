package io.mysqlrelay.source.load;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.table.Column;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Values of key columns as SQL literals that compare, in the column's own collation, exactly like the value that was
 * read. Input is what the text protocol gave for the column's select expression.
 */
final class KeyLiterals {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");
    private static final Pattern TIME = Pattern.compile("[-\\d :.]+");
    private static final Pattern CHARSET = Pattern.compile("[a-z0-9_]+");

    private KeyLiterals() {}

    /** @return empty when no literal of the type can be compared by index without loss, as for SET beyond 53 members */
    static Optional<Function<byte[], String>> of(Column column) {
        return switch (column.type()) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE", "ENUM" ->
                Optional.of(value -> checked(value, NUMBER));
            case "BIT" -> Optional.of(value -> new BigInteger(1, value).toString());
            // YEAR as text: the number 0 would mean 2000.
            case "DATE", "DATETIME", "TIMESTAMP", "TIME", "YEAR" ->
                Optional.of(value -> '\'' + checked(value, TIME) + '\'');
            case "BINARY", "VARBINARY" -> Optional.of(KeyLiterals::hex);
            case "CHAR", "VARCHAR" -> text(column.charset());
            default -> Optional.empty();
        };
    }

    private static Optional<Function<byte[], String>> text(String charset) {
        if (charset == null || !CHARSET.matcher(charset).matches()) {
            return Optional.empty();
        }
        // A literal yields to the column's collation, and with the column's character set nothing is converted.
        return Optional.of(value -> (charset.equals("binary") ? "" : '_' + charset + ' ') + hex(value));
    }

    private static String hex(byte[] value) {
        return "X'" + HexFormat.of().formatHex(value) + '\'';
    }

    private static String checked(byte[] value, Pattern form) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        if (!form.matcher(text).matches()) {
            throw new RelayException(ErrorCode.RESUME_TOKEN_INVALID, "a key value has not the form of its type");
        }
        return text;
    }
}
