package io.mysqlrelay.core.ddl;

import static io.mysqlrelay.core.ddl.StatementKind.ADMIN;
import static io.mysqlrelay.core.ddl.StatementKind.UNKNOWN;

import java.util.Optional;
import java.util.function.Consumer;

/** Reads what follows CREATE. */
final class CreateReader {
    private final TokenCursor cursor;
    private final StatementDraft draft;
    private final int serverVersion;

    CreateReader(TokenCursor cursor, StatementDraft draft, int serverVersion) {
        this.cursor = cursor;
        this.draft = draft;
        this.serverVersion = serverVersion;
    }

    StatementKind read() {
        Modifiers.skip(cursor);
        draft.temporary = cursor.take("TEMPORARY");
        if (cursor.take("TABLE")) {
            StatementKind kind = table();
            return draft.temporary && kind != UNKNOWN ? StatementKind.TEMPORARY : kind;
        }
        if (cursor.sees("SPATIAL", "REFERENCE")) {
            return ADMIN;
        }
        cursor.take("SPATIAL");
        if (cursor.take("INDEX")) {
            cursor.skip();
            return cursor.seek("ON") && cursor.take("ON") ? named(draft::change, StatementKind.CREATE_INDEX) : UNKNOWN;
        }
        if (cursor.takeAny("DATABASE", "SCHEMA")) {
            ifNotExists();
            return named(name -> draft.database(name.object()), StatementKind.CREATE_DATABASE);
        }
        if (cursor.take("VIEW")) {
            ifNotExists();
            return named(draft::change, StatementKind.VIEW);
        }
        if (cursor.take("TRIGGER")) {
            return trigger();
        }
        if (cursor.take("PROCEDURE")) {
            return stored(StatementKind.ROUTINE);
        }
        if (cursor.take("EVENT")) {
            return stored(StatementKind.EVENT);
        }
        if (cursor.take("FUNCTION")) {
            return function();
        }
        if (cursor.seesAny("USER", "ROLE")) {
            return StatementKind.USER;
        }
        return cursor.seesAny("TABLESPACE", "LOGFILE", "SERVER", "RESOURCE") ? ADMIN : UNKNOWN;
    }

    private StatementKind table() {
        ifNotExists();
        Optional<WrittenName> table = cursor.takeName();
        if (table.isEmpty()) {
            return UNKNOWN;
        }
        draft.change(table.get());
        if (cursor.take("LIKE")
                || (cursor.sees('(') && cursor.peek(1).filter(t -> t.is("LIKE")).isPresent())) {
            cursor.take('(');
            cursor.take("LIKE");
            return named(draft::read, StatementKind.CREATE_TABLE_LIKE);
        }
        boolean query = new TableBodyReader(cursor, draft, serverVersion).readDefinition();
        return query ? StatementKind.CREATE_TABLE_SELECT : StatementKind.CREATE_TABLE;
    }

    private StatementKind trigger() {
        StatementKind kind = stored(StatementKind.TRIGGER);
        if (kind != UNKNOWN && cursor.seek("ON") && cursor.take("ON")) {
            cursor.takeName().ifPresent(draft::read);
        }
        return kind;
    }

    private StatementKind function() {
        ifNotExists();
        Optional<WrittenName> name = cursor.takeName();
        // A stored function always has a list of parameters; a loadable one goes on with RETURNS ... SONAME.
        if (cursor.sees("RETURNS")) {
            return ADMIN;
        }
        name.ifPresent(draft::databaseOf);
        return name.isPresent() ? StatementKind.ROUTINE : UNKNOWN;
    }

    private StatementKind stored(StatementKind kind) {
        ifNotExists();
        return named(draft::databaseOf, kind);
    }

    private StatementKind named(Consumer<WrittenName> target, StatementKind kind) {
        Optional<WrittenName> name = cursor.takeName();
        name.ifPresent(target);
        return name.isPresent() ? kind : UNKNOWN;
    }

    private void ifNotExists() {
        draft.ifNotExists = cursor.take("IF", "NOT", "EXISTS");
    }
}
