package io.mysqlrelay.core.ddl.table;

import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenCursor;
import io.mysqlrelay.core.ddl.TokenKind;
import io.mysqlrelay.core.ddl.table.KeyDefinition.Kind;
import io.mysqlrelay.core.ddl.table.KeyDefinition.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads the definition of a key. */
final class KeyReader {
    private KeyReader() {}

    /** @return null, and nothing is read, if no key is defined here */
    static KeyDefinition read(TokenCursor cursor) {
        if (cursor.sees("CONSTRAINT")) {
            boolean named = cursor.peek(1)
                    .filter(t -> !t.is("PRIMARY") && !t.is("UNIQUE") && !t.is("FOREIGN") && !t.is("CHECK"))
                    .isPresent();
            String next = cursor.peek(named ? 2 : 1).map(Token::text).orElse("");
            if (!next.equalsIgnoreCase("PRIMARY") && !next.equalsIgnoreCase("UNIQUE")) {
                return null;
            }
            cursor.skip();
            if (named) {
                cursor.skip();
            }
        }
        Kind kind = kind(cursor);
        if (kind == null) {
            return null;
        }
        String name = "";
        if (!cursor.sees('(') && !cursor.sees("USING")) {
            name = cursor.peek(0).map(Token::text).orElse("");
            cursor.skip();
        }
        if (cursor.take("USING")) {
            cursor.skip();
        }
        return new KeyDefinition(kind, kind == Kind.PRIMARY ? "" : name, parts(cursor));
    }

    private static Kind kind(TokenCursor cursor) {
        if (cursor.take("PRIMARY", "KEY")) {
            return Kind.PRIMARY;
        }
        if (cursor.take("UNIQUE")) {
            cursor.takeAny("KEY", "INDEX");
            return Kind.UNIQUE;
        }
        if (cursor.take("FULLTEXT")) {
            cursor.takeAny("KEY", "INDEX");
            return Kind.FULLTEXT;
        }
        if (cursor.take("SPATIAL")) {
            cursor.takeAny("KEY", "INDEX");
            return Kind.SPATIAL;
        }
        return cursor.takeAny("KEY", "INDEX") ? Kind.INDEX : null;
    }

    /** @return the columns of the list in parentheses that is next */
    private static List<Part> parts(TokenCursor cursor) {
        List<Part> parts = new ArrayList<>();
        if (!cursor.take('(')) {
            return parts;
        }
        while (!cursor.atEnd() && !cursor.take(')')) {
            if (cursor.sees('(')) {
                cursor.skipGroup();
                parts.add(new Part(null, 0));
            } else {
                String column = cursor.peek(0).map(Token::text).orElse("");
                cursor.skip();
                parts.add(new Part(column, prefix(cursor)));
            }
            cursor.takeAny("ASC", "DESC");
            cursor.take(',');
        }
        return parts;
    }

    private static int prefix(TokenCursor cursor) {
        if (!cursor.sees('(')) {
            return 0;
        }
        int length = cursor.peek(1)
                .filter(t -> t.kind() == TokenKind.NUMBER && t.text().matches("\\d{1,9}"))
                .map(t -> Integer.parseInt(t.text()))
                .orElse(0);
        cursor.skipGroup();
        return length;
    }
}
