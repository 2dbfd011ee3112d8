package io.mysqlrelay.sink.adb.catalog;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.ddl.TokenCursor;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.KeyDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.ddl.table.TableReader;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.Defaults;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what SHOW CREATE TABLE prints: {@code CREATE TABLE `t` (...) DISTRIBUTE BY HASH(`id`) PARTITION BY VALUE(...)
 * LIFECYCLE 30 INDEX_ALL='Y' STORAGE_POLICY='HOT' ENGINE='XUANWU' TABLE_PROPERTIES='...' COMMENT='...'}. What a new table
 * needs is kept; engine and properties are the cluster's own business.
 */
public final class ShownTable {
    private static final int ANY_VERSION = 99_999;
    private static final Set<String> ENDS = Set.of(
            "INDEX_ALL",
            "STORAGE_POLICY",
            "HOT_PARTITION_COUNT",
            "BLOCK_SIZE",
            "ENGINE",
            "TABLE_PROPERTIES",
            "COMMENT");
    private static final String AUTO_ID = "__adb_auto_id__";

    private final TableName name;
    private final String text;
    private final TokenCursor cursor;
    private List<String> distribution = List.of();
    private final List<String> options = new ArrayList<>();
    private boolean distributed;

    private ShownTable(TableName name, String text) {
        this.name = name;
        this.text = text;
        this.cursor = new TokenCursor(SqlLexer.tokens(text, SqlModes.DEFAULT, ANY_VERSION));
    }

    /** @throws RelayException RELAY-4067 if the text is of another form */
    public static AdbTable read(TableName name, String text) {
        return new ShownTable(name, text).read();
    }

    private AdbTable read() {
        TableDefinition shown = TableReader.read(text, SqlModes.DEFAULT, ANY_VERSION)
                .orElseThrow(() -> new RelayException(ErrorCode.ADB_TABLE, "table " + name + ": no list of columns"));
        while (!cursor.atEnd() && !cursor.sees('(')) {
            cursor.skip();
        }
        cursor.skipGroup();
        tail();
        if (!distributed) {
            throw new RelayException(ErrorCode.ADB_TABLE, "table " + name + " is not shown with a distribution");
        }
        List<String> key = shown.keys().stream()
                .filter(k -> k.kind() == KeyDefinition.Kind.PRIMARY)
                .flatMap(k -> k.parts().stream())
                .map(KeyDefinition.Part::column)
                .filter(c -> !c.equals(AUTO_ID))
                .toList();
        return new AdbTable(
                name,
                shown.columns().stream()
                        .filter(c -> !c.name().equals(AUTO_ID))
                        .map(ShownTable::column)
                        .toList(),
                key,
                distribution.contains(AUTO_ID) ? List.of() : distribution,
                String.join(" ", options),
                shown.comment());
    }

    private static AdbColumn column(ColumnDefinition shown) {
        String sizes = shown.sizes().stream().map(String::valueOf).collect(Collectors.joining(","));
        AdbType type = AdbType.parse(shown.type() + (sizes.isEmpty() ? "" : "(" + sizes + ")"));
        return new AdbColumn(
                shown.name(),
                type,
                shown.notNull(),
                Defaults.of(shown.byDefault(), type, ZoneOffset.UTC).sql(),
                shown.comment());
    }

    private void tail() {
        while (!cursor.atEnd()) {
            if (cursor.seesAny("DISTRIBUTE", "DISTRIBUTED")) {
                cursor.skip();
                cursor.take("BY");
                distributed = true;
                if (cursor.take("HASH")) {
                    distribution = names();
                } else {
                    cursor.skip();
                }
            } else if (cursor.sees("PARTITION", "BY")) {
                options.add(untilEnd());
            } else if (cursor.seesAny("STORAGE_POLICY", "HOT_PARTITION_COUNT")) {
                int from = start();
                cursor.skip();
                cursor.take('=');
                cursor.skip();
                options.add(text.substring(from, cursor.last().end()));
            } else {
                cursor.skip();
            }
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        cursor.take('(');
        while (!cursor.atEnd() && !cursor.take(')')) {
            if (!cursor.take(',')) {
                names.add(cursor.peek(0).map(Token::text).orElse(""));
                cursor.skip();
            }
        }
        return names;
    }

    private int start() {
        return cursor.peek(0).map(Token::start).orElse(text.length());
    }

    private String untilEnd() {
        int from = start();
        while (!cursor.atEnd()
                && cursor.peek(0)
                        .filter(t -> ENDS.contains(t.text().toUpperCase(Locale.ROOT)))
                        .isEmpty()) {
            if (cursor.sees('(')) {
                cursor.skipGroup();
            } else {
                cursor.skip();
            }
        }
        return text.substring(from, cursor.last().end());
    }
}
