package io.mysqlrelay.core.ddl;

import static io.mysqlrelay.core.ddl.StatementKind.ADMIN;
import static io.mysqlrelay.core.ddl.StatementKind.DML;
import static io.mysqlrelay.core.ddl.StatementKind.UNKNOWN;

/** Finds the table that INSERT, REPLACE, UPDATE, DELETE or LOAD writes to, where one name says it. */
final class DmlReader {
    private static final String[] MODIFIERS = {"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "QUICK", "IGNORE"};

    private final TokenCursor cursor;
    private final StatementDraft draft;

    DmlReader(TokenCursor cursor, StatementDraft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    StatementKind read() {
        if (cursor.take("LOAD")) {
            return load();
        }
        boolean update = cursor.sees("UPDATE");
        boolean delete = cursor.sees("DELETE");
        cursor.skip();
        boolean modified = true;
        while (modified) {
            modified = cursor.takeAny(MODIFIERS);
        }
        if (delete && !cursor.take("FROM")) {
            return cursor.peek(0).filter(Token::name).isPresent() ? DML : UNKNOWN;
        }
        if (!update && !delete) {
            cursor.take("INTO");
        }
        if (cursor.peek(0).filter(Token::name).isEmpty()) {
            return update && cursor.sees('(') ? DML : UNKNOWN;
        }
        // No name here is "t.*" of a multi-table DELETE.
        return cursor.takeName().map(name -> target(name, update, delete)).orElse(DML);
    }

    private StatementKind target(WrittenName name, boolean update, boolean delete) {
        if (cursor.sees("PARTITION")) {
            cursor.skip();
            cursor.skipGroup();
        }
        boolean single = !update && !delete;
        if (update) {
            // The assignments follow directly, or behind an alias; anything else joins tables.
            cursor.take("AS");
            single = cursor.sees("SET")
                    || cursor.peek(1).filter(t -> t.is("SET")).isPresent();
        } else if (delete) {
            single = !cursor.sees(',') && !cursor.sees("USING");
        }
        if (single) {
            draft.change(name);
        }
        return DML;
    }

    private StatementKind load() {
        if (cursor.sees("INDEX")) {
            return ADMIN;
        }
        if (!cursor.seesAny("DATA", "XML")) {
            return UNKNOWN;
        }
        if (cursor.seek("INTO") && cursor.take("INTO", "TABLE")) {
            cursor.takeName().ifPresent(draft::change);
        }
        return DML;
    }
}
