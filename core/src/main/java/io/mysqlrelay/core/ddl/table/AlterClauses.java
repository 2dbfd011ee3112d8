package io.mysqlrelay.core.ddl.table;

import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenCursor;
import io.mysqlrelay.core.ddl.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the clauses of ALTER TABLE; DROP INDEX is one with a single clause. One object per statement. */
public final class AlterClauses {
    private static final String[] HARMLESS = {
        "ENGINE",
        "CHARACTER",
        "CHARSET",
        "COLLATE",
        "DEFAULT",
        "AUTO_INCREMENT",
        "ROW_FORMAT",
        "ALGORITHM",
        "LOCK",
        "FORCE",
        "ENABLE",
        "DISABLE",
        "KEY_BLOCK_SIZE",
        "STATS_PERSISTENT",
        "STATS_AUTO_RECALC",
        "STATS_SAMPLE_PAGES",
        "COMPRESSION",
        "ENCRYPTION",
        "TABLESPACE",
        "MAX_ROWS",
        "MIN_ROWS",
        "AVG_ROW_LENGTH",
        "CHECKSUM",
        "PACK_KEYS",
        "DELAY_KEY_WRITE",
        "INSERT_METHOD",
        "UNION",
        "CONNECTION",
        "PASSWORD",
        "WITH",
        "WITHOUT",
        "ANALYZE",
        "OPTIMIZE",
        "REPAIR",
        "CHECK",
        "REBUILD",
        "REORGANIZE",
        "COALESCE",
        "REMOVE",
        "PARTITION",
        "AUTOEXTEND_SIZE",
        "SECONDARY_LOAD",
        "SECONDARY_UNLOAD",
        "SECONDARY_ENGINE",
        "ENGINE_ATTRIBUTE",
        "SECONDARY_ENGINE_ATTRIBUTE"
    };

    private final TokenCursor cursor;
    private final SqlModes modes;
    private final String sql;
    private final List<AlterClause> clauses = new ArrayList<>();

    private AlterClauses(String sql, SqlModes modes, int serverVersion) {
        this.cursor = new TokenCursor(SqlLexer.tokens(sql, modes, serverVersion));
        this.modes = modes;
        this.sql = sql;
    }

    /**
     * @param modes those of the session that executed it
     * @param serverVersion of the server that executed it, 80033 for 8.0.33
     */
    public static List<AlterClause> read(String sql, SqlModes modes, int serverVersion) {
        return new AlterClauses(sql, modes, serverVersion).read();
    }

    private List<AlterClause> read() {
        if (cursor.sees("DROP")) {
            cursor.seek("INDEX");
            drop();
            return clauses;
        }
        cursor.seek("TABLE");
        cursor.skip();
        cursor.take("IF", "EXISTS");
        cursor.takeName();
        while (!cursor.atEnd()) {
            // DROP PARTITION a, b: stands alone in its statement, and its commas do not begin a clause.
            boolean alone = cursor.peek(1).filter(t -> t.is("PARTITION")).isPresent();
            clause();
            if (alone) {
                return clauses;
            }
            skipRest();
            cursor.take(',');
        }
        return clauses;
    }

    /** What is left of a clause is not of interest, but table options may follow each other without a comma. */
    private void skipRest() {
        AlterClause last = clauses.get(clauses.size() - 1);
        boolean option = last instanceof AlterClause.Comment
                || last instanceof AlterClause.Convert
                || (last instanceof AlterClause.Other other && !other.what().contains(" "));
        while (!cursor.atEnd() && !cursor.sees(',') && !(option && cursor.sees("COMMENT"))) {
            if (cursor.sees('(')) {
                cursor.skipGroup();
            } else {
                cursor.skip();
            }
        }
    }

    private void clause() {
        if (cursor.take("ADD")) {
            add();
        } else if (cursor.take("DROP")) {
            drop();
        } else if (cursor.take("MODIFY")) {
            cursor.take("COLUMN");
            column().ifPresentOrElse(c -> clauses.add(new AlterClause.ModifyColumn(c)), () -> unknown("MODIFY"));
        } else if (cursor.take("CHANGE")) {
            cursor.take("COLUMN");
            Optional<WrittenName> from = cursor.takeName();
            Optional<ColumnDefinition> to = column();
            if (from.isEmpty() || to.isEmpty()) {
                unknown("CHANGE");
            } else {
                clauses.add(new AlterClause.ChangeColumn(from.get().object(), to.get()));
            }
        } else if (cursor.take("RENAME")) {
            rename();
        } else if (cursor.take("ALTER")) {
            alterColumn();
        } else if (cursor.take("COMMENT")) {
            cursor.take('=');
            clauses.add(new AlterClause.Comment(
                    cursor.peek(0).map(t -> SqlText.value(t.text(), modes)).orElse("")));
            cursor.skip();
        } else if (cursor.take("CONVERT", "TO")) {
            convert();
        } else if (partitionRows()) {
            cursor.skip();
        } else if (cursor.take("ORDER", "BY")) {
            clauses.add(new AlterClause.Other("ORDER BY"));
            skipOrder();
        } else if (cursor.seesAny(HARMLESS)) {
            clauses.add(new AlterClause.Other(word()));
        } else {
            unknown(word());
        }
    }

    private void convert() {
        if (!cursor.take("CHARSET")) {
            cursor.take("CHARACTER", "SET");
        }
        cursor.take('=');
        String charset = word().replaceAll("['\"]", "").toLowerCase(Locale.ROOT);
        clauses.add(new AlterClause.Convert(charset.equals("default") ? null : charset));
        cursor.skip();
    }

    /** Its commas do not end it: what could be a column after one is a column. */
    private void skipOrder() {
        do {
            while (!cursor.atEnd() && !cursor.sees(',')) {
                cursor.skip();
            }
        } while (cursor.sees(',')
                && cursor.peek(1)
                        .filter(t -> t.is("ADD") || t.is("DROP") || t.is("CHANGE") || t.is("ALTER") || t.is("CONVERT"))
                        .isEmpty()
                && cursor.take(','));
    }

    private boolean partitionRows() {
        if (!cursor.seesAny("TRUNCATE", "EXCHANGE", "DISCARD", "IMPORT")) {
            return false;
        }
        String what = word() + " " + cursor.peek(1).map(Token::text).orElse("").toUpperCase(Locale.ROOT);
        clauses.add(new AlterClause.PartitionRows(what.strip()));
        return true;
    }

    private void add() {
        if (cursor.sees("PARTITION")) {
            clauses.add(new AlterClause.Other("ADD PARTITION"));
            return;
        }
        KeyDefinition key = cursor.sees("COLUMN") ? null : KeyReader.read(cursor);
        if (key != null) {
            clauses.add(new AlterClause.AddKey(key));
            return;
        }
        if (cursor.seesAny("CONSTRAINT", "FOREIGN", "CHECK")) {
            clauses.add(new AlterClause.Other("ADD " + word()));
            return;
        }
        cursor.take("COLUMN");
        if (!cursor.take('(')) {
            column().ifPresentOrElse(this::added, () -> unknown("ADD"));
            return;
        }
        do {
            KeyDefinition inner = KeyReader.read(cursor);
            if (inner != null) {
                clauses.add(new AlterClause.AddKey(inner));
            } else if (cursor.seesAny("CONSTRAINT", "FOREIGN", "CHECK")) {
                clauses.add(new AlterClause.Other("ADD " + word()));
            } else {
                column().ifPresentOrElse(this::added, () -> unknown("ADD"));
            }
            while (!cursor.atEnd() && !cursor.sees(',') && !cursor.sees(')')) {
                if (cursor.sees('(')) {
                    cursor.skipGroup();
                } else {
                    cursor.skip();
                }
            }
        } while (cursor.take(','));
        cursor.take(')');
    }

    private void added(ColumnDefinition column) {
        clauses.add(new AlterClause.AddColumn(column));
        if (column.primary()) {
            clauses.add(new AlterClause.AddKey(new KeyDefinition(
                    KeyDefinition.Kind.PRIMARY, "", List.of(new KeyDefinition.Part(column.name(), 0)))));
        }
    }

    private void drop() {
        if (cursor.take("PRIMARY", "KEY")) {
            clauses.add(new AlterClause.DropPrimaryKey());
        } else if (cursor.sees("PARTITION")) {
            clauses.add(new AlterClause.PartitionRows("DROP PARTITION"));
        } else if (cursor.takeAny("INDEX", "KEY", "CONSTRAINT")) {
            cursor.takeName()
                    .ifPresentOrElse(n -> clauses.add(new AlterClause.DropKey(n.object())), () -> unknown("DROP KEY"));
        } else if (cursor.seesAny("FOREIGN", "CHECK")) {
            clauses.add(new AlterClause.Other("DROP " + word()));
        } else {
            cursor.take("COLUMN");
            cursor.takeName()
                    .ifPresentOrElse(n -> clauses.add(new AlterClause.DropColumn(n.object())), () -> unknown("DROP"));
        }
    }

    private void rename() {
        if (cursor.take("COLUMN")) {
            Optional<WrittenName> from = cursor.takeName();
            boolean to = cursor.take("TO");
            Optional<WrittenName> name = to ? cursor.takeName() : Optional.empty();
            if (from.isEmpty() || name.isEmpty()) {
                unknown("RENAME COLUMN");
            } else {
                clauses.add(new AlterClause.RenameColumn(
                        from.get().object(), name.get().object()));
            }
        } else if (cursor.takeAny("INDEX", "KEY")) {
            Optional<WrittenName> from = cursor.takeName();
            boolean to = cursor.take("TO");
            Optional<WrittenName> name = to ? cursor.takeName() : Optional.empty();
            if (from.isEmpty() || name.isEmpty()) {
                unknown("RENAME INDEX");
            } else {
                clauses.add(new AlterClause.RenameKey(
                        from.get().object(), name.get().object()));
            }
        } else {
            if (!cursor.takeAny("TO", "AS")) {
                cursor.take('=');
            }
            cursor.takeName()
                    .ifPresentOrElse(
                            n -> clauses.add(new AlterClause.RenameTable(n.database(), n.object())),
                            () -> unknown("RENAME"));
        }
    }

    private void alterColumn() {
        if (cursor.seesAny("INDEX", "CHECK", "CONSTRAINT")) {
            clauses.add(new AlterClause.Other("ALTER " + word()));
            return;
        }
        cursor.take("COLUMN");
        Optional<WrittenName> column = cursor.takeName();
        if (column.isPresent() && cursor.take("SET", "DEFAULT")) {
            clauses.add(new AlterClause.SetDefault(
                    column.get().object(), new ColumnReader(cursor, modes, sql).defaultValue()));
        } else if (column.isPresent() && cursor.take("DROP", "DEFAULT")) {
            clauses.add(new AlterClause.SetDefault(column.get().object(), DefaultValue.NONE));
        } else if (column.isPresent() && cursor.take("SET")) {
            clauses.add(new AlterClause.Other("ALTER COLUMN SET " + word()));
        } else {
            unknown("ALTER");
        }
    }

    private Optional<ColumnDefinition> column() {
        return new ColumnReader(cursor, modes, sql).read();
    }

    private void unknown(String what) {
        clauses.add(new AlterClause.Unknown(what));
        cursor.skip();
    }

    private String word() {
        return cursor.peek(0).map(Token::text).orElse("").toUpperCase(Locale.ROOT);
    }
}
