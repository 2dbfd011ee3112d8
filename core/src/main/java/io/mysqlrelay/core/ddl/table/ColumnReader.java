package io.mysqlrelay.core.ddl.table;

import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenCursor;
import io.mysqlrelay.core.ddl.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one column's definition, up to the comma, parenthesis, FIRST or AFTER behind it. One object per definition. */
final class ColumnReader {
    private final TokenCursor cursor;
    private final SqlModes modes;
    private final String sql;
    private boolean unsigned;
    private boolean notNull;
    private boolean autoIncrement;
    private boolean generated;
    private boolean primary;
    private boolean unique;
    private int foreignKeys;
    private int checks;
    private DefaultValue byDefault = DefaultValue.NONE;
    private String comment = "";
    private String collation;
    private final List<String> form = new ArrayList<>();

    ColumnReader(TokenCursor cursor, SqlModes modes, String sql) {
        this.cursor = cursor;
        this.modes = modes;
        this.sql = sql;
    }

    /** @return REFERENCES written behind the column */
    int foreignKeys() {
        return foreignKeys;
    }

    int checks() {
        return checks;
    }

    /** @return empty if no name and type stand here */
    Optional<ColumnDefinition> read() {
        // Of t.c only the last part is the column's.
        Optional<String> name = cursor.takeName().map(n -> n.object());
        return name.isEmpty() ? Optional.empty() : definition(name.get());
    }

    Optional<ColumnDefinition> definition(String name) {
        if (cursor.peek(0).filter(t -> t.kind() == TokenKind.WORD).isEmpty()) {
            return Optional.empty();
        }
        boolean national = cursor.seesAny("NATIONAL", "NCHAR", "NVARCHAR");
        ColumnTypes.Read type = ColumnTypes.read(cursor, modes);
        if (national) {
            form.add("charset utf8");
        }
        if (type.serial()) {
            serial();
        }
        while (!cursor.atEnd() && !cursor.sees(',') && !cursor.sees(')') && !cursor.seesAny("FIRST", "AFTER")) {
            attribute();
        }
        if (collation != null && form.stream().noneMatch(f -> f.startsWith("charset "))) {
            form.add("charset " + collation.replaceFirst("_.*", ""));
        }
        return Optional.of(new ColumnDefinition(
                name,
                type.type(),
                type.sizes(),
                type.members(),
                String.join(" ", form),
                unsigned,
                notNull || primary,
                byDefault,
                autoIncrement,
                generated,
                primary,
                unique,
                comment));
    }

    private void serial() {
        unsigned = true;
        notNull = true;
        autoIncrement = true;
        unique = true;
    }

    private void attribute() {
        if (cursor.take("ZEROFILL")) {
            unsigned = true;
            form.add("zerofill");
        } else if (cursor.take("UNSIGNED")) {
            unsigned = true;
        } else if (cursor.seesAny("CHARSET", "CHARACTER", "ASCII", "UNICODE")) {
            charset();
        } else if (cursor.take("COLLATE")) {
            collation = cursor.peek(0)
                    .map(t -> t.text().replaceAll("['\"]", "").toLowerCase(Locale.ROOT))
                    .orElse(null);
            cursor.skip();
        } else if (cursor.take("NOT", "NULL")) {
            notNull = true;
        } else if (cursor.take("DEFAULT")) {
            byDefault = defaultValue();
        } else if (cursor.take("ON", "UPDATE")) {
            cursor.skip();
            cursor.skipGroup();
        } else if (cursor.take("AUTO_INCREMENT")) {
            autoIncrement = true;
        } else if (cursor.take("SERIAL", "DEFAULT", "VALUE")) {
            serial();
        } else if (cursor.take("PRIMARY")) {
            cursor.take("KEY");
            primary = true;
        } else if (cursor.take("UNIQUE")) {
            cursor.take("KEY");
            unique = true;
        } else if (cursor.take("KEY")) {
            primary = true;
        } else if (cursor.take("COMMENT")) {
            comment = cursor.peek(0).map(t -> SqlText.value(t.text(), modes)).orElse("");
            cursor.skip();
        } else if (cursor.take("AS")) {
            generated = true;
            form.add("as " + group());
        } else if (cursor.take("REFERENCES")) {
            foreignKeys++;
            cursor.takeName();
            cursor.skipGroup();
        } else if (cursor.take("CHECK")) {
            checks++;
            cursor.skipGroup();
        } else if (cursor.sees('(')) {
            cursor.skipGroup();
        } else {
            // NULL, STORED, INVISIBLE, SRID n, COLUMN_FORMAT, ON DELETE CASCADE, ...
            cursor.skip();
        }
    }

    private void charset() {
        boolean named = !cursor.takeAny("ASCII", "UNICODE");
        if (named) {
            cursor.skip();
            cursor.take("SET");
            cursor.take('=');
            cursor.skip();
        }
        form.add("charset " + cursor.last().text().toLowerCase(Locale.ROOT));
    }

    /** Goes past the group in parentheses that opens here, and returns its text. */
    private String group() {
        int from = cursor.peek(0).map(Token::start).orElse(0);
        cursor.skipGroup();
        return sql.substring(from, cursor.last().end()).replaceAll("\\s+", " ");
    }

    DefaultValue defaultValue() {
        Token token = cursor.peek(0).orElse(null);
        if (token == null) {
            return DefaultValue.NONE;
        }
        if (token.is('(')) {
            int from = token.start();
            cursor.skipGroup();
            return new DefaultValue(
                    DefaultValue.Kind.EXPRESSION,
                    sql.substring(from, cursor.last().end()));
        }
        if (token.is('-') || token.is('+')) {
            cursor.skip();
            DefaultValue number = defaultValue();
            return new DefaultValue(number.kind(), (token.is('-') ? "-" : "") + number.text());
        }
        cursor.skip();
        return switch (token.kind()) {
            case STRING -> text(token);
            case NUMBER ->
                new DefaultValue(
                        token.text().toLowerCase(Locale.ROOT).matches("0[xb].*")
                                ? DefaultValue.Kind.BITS
                                : DefaultValue.Kind.NUMBER,
                        token.text());
            case WORD -> word(token);
            default -> new DefaultValue(DefaultValue.Kind.EXPRESSION, token.text());
        };
    }

    private DefaultValue text(Token token) {
        char first = Character.toLowerCase(token.text().charAt(0));
        return first == 'b' || first == 'x'
                ? new DefaultValue(DefaultValue.Kind.BITS, token.text())
                : new DefaultValue(DefaultValue.Kind.TEXT, SqlText.value(token.text(), modes));
    }

    private DefaultValue word(Token token) {
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "NULL" -> new DefaultValue(DefaultValue.Kind.NULL, "");
            case "TRUE" -> new DefaultValue(DefaultValue.Kind.NUMBER, "1");
            case "FALSE" -> new DefaultValue(DefaultValue.Kind.NUMBER, "0");
            case "CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP" -> {
                cursor.skipGroup();
                yield new DefaultValue(DefaultValue.Kind.NOW, "");
            }
            default -> {
                cursor.skipGroup();
                yield new DefaultValue(DefaultValue.Kind.EXPRESSION, token.text());
            }
        };
    }
}
