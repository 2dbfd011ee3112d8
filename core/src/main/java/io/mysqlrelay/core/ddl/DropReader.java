package io.mysqlrelay.core.ddl;

import static io.mysqlrelay.core.ddl.StatementKind.ADMIN;
import static io.mysqlrelay.core.ddl.StatementKind.UNKNOWN;

import java.util.Optional;
import java.util.function.Consumer;

/** Reads what follows DROP, RENAME or TRUNCATE. */
final class DropReader {
    private final TokenCursor cursor;
    private final StatementDraft draft;

    DropReader(TokenCursor cursor, StatementDraft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    StatementKind truncate() {
        cursor.take("TABLE");
        return names(draft::change, StatementKind.TRUNCATE_TABLE);
    }

    StatementKind rename() {
        if (cursor.takeAny("USER")) {
            return StatementKind.USER;
        }
        if (!cursor.takeAny("TABLE", "TABLES")) {
            return UNKNOWN;
        }
        do {
            Optional<WrittenName> from = cursor.takeName();
            Optional<WrittenName> to = cursor.take("TO") ? cursor.takeName() : Optional.empty();
            if (from.isEmpty() || to.isEmpty()) {
                return UNKNOWN;
            }
            draft.rename(from.get(), to.get());
        } while (cursor.take(','));
        return StatementKind.RENAME_TABLE;
    }

    StatementKind drop() {
        draft.temporary = cursor.take("TEMPORARY");
        cursor.takeAny("ONLINE", "OFFLINE");
        if (cursor.takeAny("TABLE", "TABLES")) {
            ifExists();
            return names(draft::change, draft.temporary ? StatementKind.TEMPORARY : StatementKind.DROP_TABLE);
        }
        if (cursor.take("INDEX")) {
            // The index has a name of one part; the table stands behind ON.
            cursor.skip();
            return cursor.take("ON") ? names(draft::change, StatementKind.DROP_INDEX) : UNKNOWN;
        }
        if (cursor.takeAny("DATABASE", "SCHEMA")) {
            ifExists();
            return names(name -> draft.database(name.object()), StatementKind.DROP_DATABASE);
        }
        if (cursor.take("VIEW")) {
            ifExists();
            return names(draft::change, StatementKind.VIEW);
        }
        if (cursor.takeAny("PROCEDURE", "FUNCTION")) {
            return stored(StatementKind.ROUTINE);
        }
        if (cursor.take("TRIGGER")) {
            return stored(StatementKind.TRIGGER);
        }
        if (cursor.take("EVENT")) {
            return stored(StatementKind.EVENT);
        }
        if (cursor.seesAny("USER", "ROLE")) {
            return StatementKind.USER;
        }
        return cursor.seesAny("TABLESPACE", "UNDO", "LOGFILE", "SERVER", "RESOURCE", "SPATIAL", "PREPARE")
                ? ADMIN
                : UNKNOWN;
    }

    private StatementKind stored(StatementKind kind) {
        ifExists();
        return names(draft::databaseOf, kind);
    }

    private void ifExists() {
        draft.ifExists = cursor.take("IF", "EXISTS");
    }

    private StatementKind names(Consumer<WrittenName> each, StatementKind kind) {
        do {
            Optional<WrittenName> name = cursor.takeName();
            if (name.isEmpty()) {
                return UNKNOWN;
            }
            each.accept(name.get());
        } while (cursor.take(','));
        return kind;
    }
}
