package io.mysqlrelay.testkit.adb.model;

import io.mysqlrelay.testkit.adb.sql.Literal;
import io.mysqlrelay.testkit.adb.wire.Backing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads tables from the backing server's own catalog, by one session of it. For that session's thread. */
public final class BackingCatalog implements Catalog {
    private static final Pattern CONVERTED = Pattern.compile("convert\\(0x([0-9a-f]+) using utf8mb4\\)");

    private final Backing backing;
    private final TableCache cache;

    public BackingCatalog(Backing backing, TableCache cache) {
        this.backing = backing;
        this.cache = cache;
    }

    @Override
    public TableFacts table(TableName name) {
        return cache.get(name, () -> read(name));
    }

    @Override
    public int tables(String database) {
        return Integer.parseInt(
                query("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = " + Literal.quote(database))
                        .get(0)
                        .get(0));
    }

    private TableFacts read(TableName name) {
        String where = " WHERE table_schema = " + Literal.quote(name.database()) + " AND table_name = "
                + Literal.quote(name.table());
        List<List<String>> table =
                query("SELECT table_comment FROM information_schema.tables" + where + " AND table_type = 'BASE TABLE'");
        TableProperties properties =
                table.isEmpty() ? null : TableProperties.ofBacking(table.get(0).get(0));
        if (properties == null) {
            return null;
        }
        List<ColumnFacts> columns = new ArrayList<>();
        for (List<String> row :
                query("SELECT column_name, column_type, is_nullable, column_default, extra, column_comment"
                        + " FROM information_schema.columns" + where + " ORDER BY ordinal_position")) {
            columns.add(column(row));
        }
        List<String> key = new ArrayList<>();
        for (List<String> row : query("SELECT column_name FROM information_schema.statistics" + where
                + " AND index_name = 'PRIMARY' ORDER BY seq_in_index")) {
            key.add(row.get(0));
        }
        return new TableFacts(name, columns, key, properties);
    }

    private static ColumnFacts column(List<String> row) {
        String constant = row.get(3);
        boolean now = constant != null && constant.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP");
        return new ColumnFacts(
                row.get(0),
                AdbType.ofBacking(row.get(1)),
                row.get(2).equals("YES"),
                constant == null || now ? null : unquoted(constant),
                now,
                row.get(4).contains("auto_increment"),
                row.get(5));
    }

    /** The default of a text is an expression: {@code _utf8mb4\'x\'}, or {@code convert(0xc3a9 using utf8mb4)}. */
    private static String unquoted(String constant) {
        Matcher converted = CONVERTED.matcher(constant);
        if (converted.matches()) {
            return new String(HexFormat.of().parseHex(converted.group(1)), StandardCharsets.ISO_8859_1);
        }
        if (!constant.startsWith("_utf8mb4\\'")) {
            return constant;
        }
        // Escaped twice: as a literal, and as the text of an expression.
        String literal = unescaped(constant.substring("_utf8mb4".length()));
        return unescaped(literal.substring(1, literal.length() - 1));
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private List<List<String>> query(String sql) {
        try {
            return backing.query(sql);
        } catch (IOException e) {
            throw new UncheckedIOException("the backing server has gone", e);
        }
    }
}
