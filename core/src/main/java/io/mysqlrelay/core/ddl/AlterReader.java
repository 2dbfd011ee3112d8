package io.mysqlrelay.core.ddl;

import static io.mysqlrelay.core.ddl.StatementKind.ADMIN;
import static io.mysqlrelay.core.ddl.StatementKind.UNKNOWN;

import java.util.Optional;

/** Reads what follows ALTER. */
final class AlterReader {
    private final TokenCursor cursor;
    private final StatementDraft draft;
    private final int serverVersion;

    AlterReader(TokenCursor cursor, StatementDraft draft, int serverVersion) {
        this.cursor = cursor;
        this.draft = draft;
        this.serverVersion = serverVersion;
    }

    StatementKind read() {
        Modifiers.skip(cursor);
        if (cursor.take("TABLE")) {
            return table();
        }
        if (cursor.takeAny("DATABASE", "SCHEMA")) {
            return database();
        }
        if (cursor.take("VIEW")) {
            Optional<WrittenName> view = cursor.takeName();
            view.ifPresent(draft::change);
            return view.isPresent() ? StatementKind.VIEW : UNKNOWN;
        }
        if (cursor.takeAny("PROCEDURE", "FUNCTION")) {
            return stored(StatementKind.ROUTINE);
        }
        if (cursor.take("EVENT")) {
            return event();
        }
        if (cursor.sees("USER")) {
            return StatementKind.USER;
        }
        return cursor.seesAny("TABLESPACE", "LOGFILE", "SERVER", "RESOURCE", "INSTANCE") ? ADMIN : UNKNOWN;
    }

    private StatementKind table() {
        draft.ifExists = cursor.take("IF", "EXISTS");
        Optional<WrittenName> table = cursor.takeName();
        if (table.isEmpty()) {
            return UNKNOWN;
        }
        draft.change(table.get());
        new TableBodyReader(cursor, draft, serverVersion).readAlterations(table.get());
        return StatementKind.ALTER_TABLE;
    }

    /**
     * Without a name it is the default database's turn. Only reserved words tell that the options have begun: the
     * server takes {@code ALTER DATABASE charset ...} for a database called charset.
     */
    private StatementKind database() {
        if (cursor.atEnd() || cursor.seesAny("CHARACTER", "COLLATE", "DEFAULT", "READ")) {
            draft.defaultDatabase();
            return StatementKind.ALTER_DATABASE;
        }
        Optional<WrittenName> name = cursor.takeName();
        name.ifPresent(n -> draft.database(n.object()));
        return name.isPresent() ? StatementKind.ALTER_DATABASE : UNKNOWN;
    }

    private StatementKind event() {
        StatementKind kind = stored(StatementKind.EVENT);
        if (cursor.seek("RENAME", "DO") && cursor.take("RENAME", "TO")) {
            cursor.takeName().ifPresent(draft::databaseOf);
        }
        return kind;
    }

    private StatementKind stored(StatementKind kind) {
        Optional<WrittenName> name = cursor.takeName();
        name.ifPresent(draft::databaseOf);
        return name.isPresent() ? kind : UNKNOWN;
    }
}
