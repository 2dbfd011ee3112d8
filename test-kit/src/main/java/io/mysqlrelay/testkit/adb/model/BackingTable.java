package io.mysqlrelay.testkit.adb.model;

import io.mysqlrelay.testkit.adb.sql.Literal;
import java.util.List;

/** Statements by which the backing server holds a table. */
public final class BackingTable {
    private final BackingDialect dialect;
    private final TableFacts table;

    public BackingTable(BackingDialect dialect, TableFacts table) {
        this.dialect = dialect;
        this.table = table;
    }

    public String create(boolean ifNotExists) {
        StringBuilder sql = new StringBuilder("CREATE TABLE ");
        sql.append(ifNotExists ? "IF NOT EXISTS " : "")
                .append(table.name().quoted())
                .append(" (");
        for (ColumnFacts column : table.columns()) {
            sql.append(definition(column)).append(", ");
            if (column.autoIncrement() && !table.key().get(0).equalsIgnoreCase(column.name())) {
                sql.append("KEY (").append(Literal.name(column.name())).append("), ");
            }
        }
        // A table whose key is hidden has none here: that hides it from SELECT *, and rows may be equal.
        if (!table.key().isEmpty()) {
            sql.append("PRIMARY KEY (").append(String.join(", ", quotedKey())).append("), ");
        }
        sql.setLength(sql.length() - 2);
        return sql.append(") ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=")
                .append(dialect.collation())
                .append(" COMMENT=")
                .append(comment(table.properties()))
                .toString();
    }

    /** @param clause of ALTER TABLE, or several */
    public String alter(String clause) {
        return "ALTER TABLE " + table.name().quoted() + " " + clause;
    }

    public String definition(ColumnFacts column) {
        return dialect.column(
                column,
                table.columns().stream().filter(one -> table.isKey(one.name())).toList());
    }

    public static String comment(TableProperties properties) {
        return Literal.quote(properties.json());
    }

    private List<String> quotedKey() {
        return table.key().stream().map(Literal::name).toList();
    }
}
