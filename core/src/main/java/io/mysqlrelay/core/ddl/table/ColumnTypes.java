package io.mysqlrelay.core.ddl.table;

import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenCursor;
import io.mysqlrelay.core.ddl.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a column's type, synonyms resolved (MySQL sources, sql_yacc.yy, "type"). */
final class ColumnTypes {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("bool", "tinyint"),
            Map.entry("boolean", "tinyint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("varcharacter", "varchar"),
            Map.entry("geomcollection", "geometrycollection"));

    private ColumnTypes() {}

    /**
     * @param sizes of ENUM and SET empty
     * @param members of ENUM and SET
     * @param serial the type was SERIAL, which is more than a type
     */
    record Read(String type, List<Integer> sizes, List<String> members, boolean serial) {}

    static Read read(TokenCursor cursor, SqlModes modes) {
        String word = cursor.peek(0).map(Token::text).orElse("").toLowerCase(Locale.ROOT);
        cursor.skip();
        String type = switch (word) {
            case "serial" -> "bigint";
            case "real" -> modes.realAsFloat() ? "float" : "double";
            case "national" -> {
                boolean varying = cursor.takeAny("VARCHAR", "VARCHARACTER");
                if (!varying) {
                    cursor.takeAny("CHAR", "CHARACTER");
                    varying = cursor.take("VARYING");
                }
                yield varying ? "varchar" : "char";
            }
            case "long" -> {
                boolean bytes = cursor.take("VARBINARY");
                if (!bytes && !cursor.take("VARCHAR")) {
                    cursor.takeAny("CHAR", "CHARACTER");
                    cursor.take("VARYING");
                }
                yield bytes ? "mediumblob" : "mediumtext";
            }
            case "char", "character", "nchar" ->
                cursor.takeAny("VARYING", "VARCHAR", "VARCHARACTER") ? "varchar" : "char";
            default -> SYNONYMS.getOrDefault(word, word);
        };
        cursor.take("PRECISION");
        List<String> members = word.equals("enum") || word.equals("set") ? members(cursor, modes) : List.of();
        List<Integer> sizes = sizes(cursor);
        boolean bool = word.startsWith("bool");
        return new Read(binary(type, cursor), bool ? List.of(1) : sizes, members, word.equals("serial"));
    }

    /** {@code CHAR BYTE} is BINARY. */
    private static String binary(String type, TokenCursor cursor) {
        if (!cursor.take("BYTE")) {
            return type;
        }
        return switch (type) {
            case "char" -> "binary";
            case "varchar" -> "varbinary";
            default -> type.replace("text", "blob");
        };
    }

    /** Reads nothing. Blanks at the end of a member do not count (MySQL manual, "The ENUM Type"). */
    private static List<String> members(TokenCursor cursor, SqlModes modes) {
        List<String> members = new ArrayList<>();
        for (int ahead = 1; cursor.peek(ahead).filter(t -> !t.is(')')).isPresent(); ahead++) {
            Token token = cursor.peek(ahead).orElseThrow();
            if (token.kind() == TokenKind.STRING) {
                members.add(SqlText.value(token.text(), modes).replaceAll(" +$", ""));
            }
        }
        return members;
    }

    private static List<Integer> sizes(TokenCursor cursor) {
        List<Integer> sizes = new ArrayList<>();
        if (!cursor.sees('(')) {
            return sizes;
        }
        int ahead = 1;
        while (cursor.peek(ahead).filter(t -> !t.is(')')).isPresent()) {
            Token token = cursor.peek(ahead).orElseThrow();
            if (token.kind() == TokenKind.NUMBER && token.text().matches("\\d{1,9}")) {
                sizes.add(Integer.valueOf(token.text()));
            }
            ahead++;
        }
        cursor.skipGroup();
        return sizes;
    }
}
