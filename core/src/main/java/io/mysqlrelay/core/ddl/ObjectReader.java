package io.mysqlrelay.core.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectStatement.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a statement about a view, routine, trigger or event up to its body. */
public final class ObjectReader {
    private static final String[] TYPE_WORDS = {
        "UNSIGNED",
        "SIGNED",
        "ZEROFILL",
        "BINARY",
        "ASCII",
        "UNICODE",
        "BYTE",
        "PRECISION",
        "VARYING",
        "VARCHAR",
        "VARCHARACTER",
        "VARBINARY",
        "CHAR",
        "CHARACTER",
        "NATIONAL",
        "LARGE",
        "OBJECT"
    };

    private final List<Token> tokens;
    private final TokenCursor cursor;
    private final String defaultDatabase;
    private final List<TableName> names = new ArrayList<>();
    private final List<Span> security = new ArrayList<>();
    private TableName newName;
    private boolean orReplace;
    private boolean ifNotExists;
    private boolean securityWritten;
    private Span account;
    private String access = "";
    private Span status;
    private Span body;
    private Span definition;

    private ObjectReader(List<Token> tokens, String defaultDatabase) {
        this.tokens = tokens;
        this.cursor = new TokenCursor(tokens);
        this.defaultDatabase = defaultDatabase;
    }

    /**
     * @param modes those of the session that executed the statement
     * @param defaultDatabase of that session; null or empty when it had none
     * @param serverVersion of the server that executed it, 80033 for 8.0.33
     * @return empty for statements about anything else, and for those of a form that is not known
     */
    public static Optional<ObjectStatement> read(
            String sql, SqlModes modes, String defaultDatabase, int serverVersion) {
        return new ObjectReader(SqlLexer.tokens(sql, modes, serverVersion), defaultDatabase).read();
    }

    private Optional<ObjectStatement> read() {
        Verb verb = cursor.take("CREATE")
                ? Verb.CREATE
                : cursor.take("ALTER") ? Verb.ALTER : cursor.take("DROP") ? Verb.DROP : null;
        if (verb == null) {
            return Optional.empty();
        }
        modifiers();
        Optional<Token> word = cursor.peek(0);
        Optional<ObjectKind> kind = kind();
        if (kind.isEmpty() || !understood(verb, kind.get(), word.orElseThrow())) {
            return Optional.empty();
        }
        return Optional.of(new ObjectStatement(
                verb,
                kind.get(),
                names,
                newName,
                orReplace,
                ifNotExists,
                account,
                security,
                access,
                status,
                body,
                definition));
    }

    private Optional<ObjectKind> kind() {
        for (ObjectKind kind : ObjectKind.values()) {
            if (cursor.take(kind.name())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private void modifiers() {
        boolean more = true;
        while (more) {
            if (cursor.take("OR", "REPLACE")) {
                orReplace = true;
            } else if (cursor.take("DEFINER")) {
                cursor.take('=');
                account();
            } else if (cursor.take("ALGORITHM")) {
                cursor.take('=');
                cursor.skip();
            } else {
                more = security() || cursor.take("AGGREGATE");
            }
        }
    }

    /** {@code user@host}, with blanks around the sign or without, or {@code CURRENT_USER()}. */
    private void account() {
        int start = cursor.peek(0).map(Token::start).orElse(0);
        cursor.skip();
        Optional<Token> host = cursor.peek(0).filter(t -> t.kind() == TokenKind.VARIABLE);
        if (host.isPresent()) {
            cursor.skip();
            if (host.get().text().equals("@")) {
                cursor.skip();
            }
        } else {
            cursor.skipGroup();
        }
        account = new Span(start, Math.max(start, cursor.last().end()));
    }

    private boolean security() {
        if (!cursor.take("SQL", "SECURITY")) {
            return false;
        }
        securityWritten = true;
        cursor.peek(0).filter(t -> t.is("DEFINER")).map(Span::of).ifPresent(security::add);
        cursor.skip();
        return true;
    }

    private boolean understood(Verb verb, ObjectKind kind, Token word) {
        ifNotExists = cursor.take("IF", "NOT", "EXISTS");
        cursor.take("IF", "EXISTS");
        if (!names(verb == Verb.DROP)) {
            return false;
        }
        if (verb == Verb.DROP) {
            return true;
        }
        switch (kind) {
            case VIEW -> {
                if (!securityWritten) {
                    security.add(Span.before(word));
                }
                definition = cursor.peek(0)
                        .map(first -> new Span(first.start(), end()))
                        .orElse(null);
            }
            case PROCEDURE, FUNCTION -> routine(verb, kind);
            case TRIGGER -> {
                return trigger();
            }
            case EVENT -> event(verb);
        }
        return true;
    }

    private boolean names(boolean many) {
        do {
            Optional<WrittenName> name = cursor.takeName();
            if (name.isEmpty()) {
                return false;
            }
            resolve(name.get()).ifPresent(names::add);
        } while (many && cursor.take(','));
        return true;
    }

    private Optional<TableName> resolve(WrittenName name) {
        String database = name.database() == null ? defaultDatabase : name.database();
        return database == null || database.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableName(database, name.object()));
    }

    private void routine(Verb verb, ObjectKind kind) {
        if (verb == Verb.CREATE) {
            cursor.skipGroup();
            if (kind == ObjectKind.FUNCTION && cursor.take("RETURNS")) {
                type();
            }
        }
        boolean more = true;
        while (more) {
            more = security() || access() || characteristic();
        }
        if (verb == Verb.CREATE && !securityWritten) {
            cursor.peek(0).map(Span::before).ifPresent(security::add);
        }
    }

    /** None of the words that may follow a type's name can begin a statement. */
    private void type() {
        cursor.skip();
        boolean more = true;
        while (more) {
            if (cursor.sees('(')) {
                cursor.skipGroup();
            } else if (cursor.take("CHARACTER", "SET")
                    || cursor.take("CHAR", "SET")
                    || cursor.takeAny("CHARSET", "COLLATE", "SRID")) {
                cursor.skip();
            } else {
                more = cursor.takeAny(TYPE_WORDS);
            }
        }
    }

    private boolean access() {
        for (String words : List.of("CONTAINS SQL", "NO SQL", "READS SQL DATA", "MODIFIES SQL DATA")) {
            if (cursor.take(words.split(" "))) {
                access = words;
                return true;
            }
        }
        return false;
    }

    private boolean characteristic() {
        // COMMENT and LANGUAGE may also be the label of the body's block.
        boolean comment = cursor.sees("COMMENT") && follows(TokenKind.STRING);
        if (comment || (cursor.sees("LANGUAGE") && follows(TokenKind.WORD))) {
            cursor.skip();
            cursor.skip();
            return true;
        }
        return cursor.take("NOT", "DETERMINISTIC") || cursor.take("DETERMINISTIC");
    }

    private boolean follows(TokenKind kind) {
        return cursor.peek(1).filter(t -> t.kind() == kind).isPresent();
    }

    private boolean trigger() {
        if (!cursor.seek("FOR") || !cursor.take("FOR", "EACH", "ROW")) {
            return false;
        }
        if (cursor.takeAny("FOLLOWS", "PRECEDES")) {
            cursor.takeName();
        }
        Optional<Token> first = cursor.peek(0);
        if (first.isEmpty()) {
            return false;
        }
        body = new Span(first.get().start(), end());
        return true;
    }

    /** Comments at the end belong to a body as the server stores it; a semicolon there ends the statement. */
    private int end() {
        int end = tokens.get(tokens.size() - 1).end();
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(';')) {
                end = tokens.get(i).start();
            } else if (tokens.get(i).significant()) {
                return end;
            }
        }
        return end;
    }

    private void event(Verb verb) {
        cursor.seek("RENAME", "ENABLE", "DISABLE", "COMMENT", "DO");
        if (cursor.take("RENAME", "TO")) {
            newName = cursor.takeName().flatMap(this::resolve).orElse(null);
        }
        if (cursor.sees("ENABLE")) {
            status = cursor.peek(0).map(Span::of).orElseThrow();
        } else if (verb == Verb.CREATE && !cursor.sees("DISABLE")) {
            status = cursor.peek(0).map(Span::before).orElse(null);
        }
    }
}
