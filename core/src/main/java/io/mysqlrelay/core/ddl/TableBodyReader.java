package io.mysqlrelay.core.ddl;

import java.util.Optional;

/**
 * Reads what follows the name in CREATE TABLE and ALTER TABLE, looking only for what names another table. The words it
 * looks for (REFERENCES, RENAME, SELECT, UNION, ...) are reserved: bare and not behind a dot they are never names.
 */
final class TableBodyReader {
    /** From this version on the server obeys REFERENCES of a column; older ones read and ignore it. */
    private static final int COLUMN_REFERENCES_SINCE = 90000;

    private final TokenCursor cursor;
    private final StatementDraft draft;
    private final boolean columnReferences;
    private int depth;
    private int foreignKeyDepth = -1;

    TableBodyReader(TokenCursor cursor, StatementDraft draft, int serverVersion) {
        this.cursor = cursor;
        this.draft = draft;
        this.columnReferences = serverVersion >= COLUMN_REFERENCES_SINCE;
    }

    /** @return true if a query, or START TRANSACTION in its place, fills the new table */
    boolean readDefinition() {
        while (!cursor.atEnd()) {
            boolean name = cursor.after('.');
            if (!name && (cursor.seesAny("SELECT", "TABLE") || cursor.sees("VALUES", "ROW"))) {
                return true;
            }
            // The server prints it behind the columns and in front of the table's options.
            if (!name && depth == 0 && cursor.sees("START", "TRANSACTION")) {
                draft.startTransactionAt = cursor.peek(0).map(Token::start).orElse(-1);
            }
            if (name || !readCommon()) {
                cursor.skip();
            }
        }
        return draft.startTransactionAt >= 0;
    }

    /** @param table the altered table, its old name */
    void readAlterations(WrittenName table) {
        while (!cursor.atEnd()) {
            if (cursor.after('.') || !(readRename(table) || readExchange() || readCommon())) {
                cursor.skip();
            }
        }
    }

    private boolean readRename(WrittenName table) {
        if (!cursor.take("RENAME")) {
            return false;
        }
        if (!cursor.seesAny("COLUMN", "INDEX", "KEY")) {
            if (!cursor.takeAny("TO", "AS")) {
                cursor.take('=');
            }
            cursor.takeName().ifPresent(to -> draft.rename(table, to));
        }
        return true;
    }

    private boolean readExchange() {
        if (!cursor.take("EXCHANGE", "PARTITION")) {
            return false;
        }
        cursor.skip();
        if (cursor.take("WITH", "TABLE")) {
            cursor.takeName().ifPresent(draft::change);
        }
        return true;
    }

    private boolean readCommon() {
        if (cursor.take("FOREIGN", "KEY")) {
            foreignKeyDepth = depth;
            return true;
        }
        if (cursor.take("REFERENCES")) {
            readReference(columnReferences || foreignKeyDepth >= 0);
            return true;
        }
        if (cursor.take("UNION")) {
            cursor.take('=');
            readUnion();
            return true;
        }
        depth += cursor.sees('(') ? 1 : cursor.sees(')') ? -1 : 0;
        if (cursor.sees(',') && depth <= foreignKeyDepth) {
            foreignKeyDepth = -1;
        }
        return false;
    }

    private void readReference(boolean enforced) {
        Optional<WrittenName> parent = cursor.takeName();
        if (!enforced) {
            return;
        }
        parent.ifPresent(draft::readParent);
        cursor.skipGroup();
        if (cursor.take("MATCH")) {
            cursor.skip();
        }
        while (cursor.take("ON") && cursor.takeAny("DELETE", "UPDATE")) {
            if (cursor.take("CASCADE") || cursor.take("SET", "NULL") || cursor.take("SET", "DEFAULT")) {
                parent.ifPresent(draft::actingParent);
            } else if (!cursor.take("NO", "ACTION")) {
                cursor.take("RESTRICT");
            }
        }
    }

    private void readUnion() {
        if (!cursor.take('(')) {
            return;
        }
        do {
            cursor.takeName().ifPresent(draft::read);
        } while (cursor.take(','));
        cursor.take(')');
    }
}
