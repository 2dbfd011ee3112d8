package io.mysqlrelay.core.ddl.table;

import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.TokenCursor;
import io.mysqlrelay.core.ddl.table.KeyDefinition.Kind;
import io.mysqlrelay.core.ddl.table.KeyDefinition.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE TABLE, as people write it and as SHOW CREATE TABLE prints it. One object per statement. */
public final class TableReader {
    private final TokenCursor cursor;
    private final SqlModes modes;
    private final String sql;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<KeyDefinition> keys = new ArrayList<>();
    private int foreignKeys;
    private int checks;

    private TableReader(String sql, SqlModes modes, int serverVersion) {
        this.cursor = new TokenCursor(SqlLexer.tokens(sql, modes, serverVersion));
        this.modes = modes;
        this.sql = sql;
    }

    /**
     * @param modes those of the session that executed it
     * @param serverVersion of the server that executed it, 80033 for 8.0.33
     * @return empty when the text has no list of columns
     */
    public static Optional<TableDefinition> read(String sql, SqlModes modes, int serverVersion) {
        return new TableReader(sql, modes, serverVersion).definition();
    }

    private Optional<TableDefinition> definition() {
        while (!cursor.atEnd() && !cursor.sees('(')) {
            cursor.skip();
        }
        if (!cursor.take('(')) {
            return Optional.empty();
        }
        do {
            if (!element()) {
                return Optional.empty();
            }
        } while (cursor.take(','));
        if (!cursor.take(')') || columns.isEmpty()) {
            return Optional.empty();
        }
        String comment = "";
        boolean partitioned = false;
        while (!cursor.atEnd()) {
            if (cursor.take("COMMENT")) {
                cursor.take('=');
                comment =
                        cursor.peek(0).map(t -> SqlText.value(t.text(), modes)).orElse("");
            }
            partitioned |= cursor.sees("PARTITION", "BY");
            if (cursor.sees('(')) {
                // Partitions have comments of their own.
                cursor.skipGroup();
            } else {
                cursor.skip();
            }
        }
        return Optional.of(new TableDefinition(notNull(), keys, foreignKeys, checks, comment, partitioned));
    }

    private boolean element() {
        KeyDefinition key = KeyReader.read(cursor);
        if (key != null) {
            keys.add(key);
            skipElement();
            return true;
        }
        if (cursor.seesAny("CONSTRAINT", "FOREIGN", "CHECK")) {
            boolean foreign = false;
            while (!cursor.atEnd() && !cursor.sees(',') && !cursor.sees(')')) {
                foreign |= cursor.sees("FOREIGN");
                if (cursor.sees('(')) {
                    cursor.skipGroup();
                } else {
                    cursor.skip();
                }
            }
            foreignKeys += foreign ? 1 : 0;
            checks += foreign ? 0 : 1;
            return true;
        }
        ColumnReader reader = new ColumnReader(cursor, modes, sql);
        Optional<ColumnDefinition> column = reader.read();
        if (column.isEmpty()) {
            return false;
        }
        foreignKeys += reader.foreignKeys();
        checks += reader.checks();
        columns.add(column.get());
        keysBehind(column.get());
        return true;
    }

    private void keysBehind(ColumnDefinition column) {
        if (column.primary()) {
            keys.add(new KeyDefinition(Kind.PRIMARY, "", List.of(new Part(column.name(), 0))));
        }
        if (column.unique()) {
            keys.add(new KeyDefinition(Kind.UNIQUE, column.name(), List.of(new Part(column.name(), 0))));
        }
    }

    private void skipElement() {
        while (!cursor.atEnd() && !cursor.sees(',') && !cursor.sees(')')) {
            if (cursor.sees('(')) {
                cursor.skipGroup();
            } else {
                cursor.skip();
            }
        }
    }

    /** Columns of the primary key are NOT NULL whether or not that is written. */
    private List<ColumnDefinition> notNull() {
        List<String> primary = keys.stream()
                .filter(k -> k.kind() == Kind.PRIMARY)
                .flatMap(k -> k.parts().stream())
                .map(Part::column)
                .toList();
        return columns.stream()
                .map(c -> c.notNull() || primary.stream().noneMatch(p -> p.equalsIgnoreCase(c.name()))
                        ? c
                        : new ColumnDefinition(
                                c.name(),
                                c.type(),
                                c.sizes(),
                                c.members(),
                                c.form(),
                                c.unsigned(),
                                true,
                                c.byDefault(),
                                c.autoIncrement(),
                                c.generated(),
                                c.primary(),
                                c.unique(),
                                c.comment()))
                .toList();
    }
}
