package io.mysqlrelay.core.ddl;

/** The words between CREATE or ALTER and the kind of object. */
final class Modifiers {
    private Modifiers() {}

    /** Skips all that are next. TEMPORARY is not one of them: it decides the kind. */
    static void skip(TokenCursor cursor) {
        boolean skipped = true;
        while (skipped) {
            skipped = skipOne(cursor);
        }
    }

    private static boolean skipOne(TokenCursor cursor) {
        if (cursor.take("OR", "REPLACE")
                || cursor.takeAny("ONLINE", "OFFLINE", "IGNORE", "AGGREGATE", "UNIQUE", "FULLTEXT", "UNDO")) {
            return true;
        }
        if (cursor.take("SQL", "SECURITY")) {
            cursor.skip();
            return true;
        }
        if (cursor.take("ALGORITHM")) {
            cursor.take('=');
            cursor.skip();
            return true;
        }
        if (cursor.take("DEFINER")) {
            cursor.take('=');
            cursor.skip();
            // Either CURRENT_USER() or the host of an account; a user may be called like an object: event@localhost.
            if (cursor.peek(0).filter(t -> t.kind() == TokenKind.VARIABLE).isPresent()) {
                cursor.skip();
            } else if (cursor.sees('(')) {
                cursor.skipGroup();
            }
            return true;
        }
        return false;
    }
}
