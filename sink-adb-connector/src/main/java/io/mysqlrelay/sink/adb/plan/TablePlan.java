package io.mysqlrelay.sink.adb.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.RowId;
import io.mysqlrelay.sink.adb.value.ColumnWriter;
import io.mysqlrelay.sink.adb.value.ValueRules;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowKey;
import io.mysqlrelay.sink.change.RowShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How rows of one shape get into one table of the target and out of it. Immutable. */
public final class TablePlan {
    private final TableName table;
    private final boolean keyless;
    private final boolean existed;
    private final List<String> keyColumns;
    private final ColumnWriter[] writers;
    /** Places of the key's columns in the stream's row. */
    private final int[] key;

    private final String columns;

    private TablePlan(
            TableName table,
            boolean keyless,
            boolean existed,
            List<String> keyColumns,
            ColumnWriter[] writers,
            int[] key,
            String columns) {
        this.table = table;
        this.keyless = keyless;
        this.existed = existed;
        this.keyColumns = keyColumns;
        this.writers = writers;
        this.key = key;
        this.columns = columns;
    }

    /**
     * @param partitionColumn the column that was added to the key because partitions go by it, null for none: rows are
     *     told apart by the others
     * @param existed rows from before the migration are in the table, and the full load leaves them as they are
     * @param extraAllowed the target's table may have columns that the stream lacks
     * @throws RelayException RELAY-4030, 4031, 4061 or 4063, naming the table
     */
    public static TablePlan of(
            RowShape shape,
            AdbTable target,
            String partitionColumn,
            ValueRules rules,
            boolean existed,
            boolean extraAllowed) {
        TableName table = shape.table();
        boolean keyless = target.inKey(RowId.ID);
        List<String> names = new ArrayList<>();
        ColumnWriter[] writers = new ColumnWriter[shape.columns().size()];
        for (int i = 0; i < writers.length; i++) {
            ColumnShape column = shape.columns().get(i);
            AdbColumn of = target.column(column.name())
                    .orElseThrow(() -> new RelayException(
                            ErrorCode.COLUMN_MISSING,
                            "table " + table + " has no column " + column.name() + " in the target"));
            names.add(of.name());
            try {
                boolean exact = target.inKey(of.name()) && !of.name().equalsIgnoreCase(partitionColumn);
                writers[i] = ColumnWriter.of(column, of, exact, rules);
            } catch (RelayException e) {
                throw e.at("table " + table);
            }
        }
        List<String> extra = target.columns().stream()
                .map(AdbColumn::name)
                .filter(c -> !names.contains(c) && !RowId.isOne(c))
                .toList();
        if (!extra.isEmpty() && !extraAllowed) {
            throw new RelayException(
                    ErrorCode.COLUMN_EXTRA,
                    "table " + table + " has columns in the target that are not in the stream: " + extra);
        }
        int[] key = keyless ? new int[0] : key(table, target, names);
        String columns = names.stream().map(TableName::quote).collect(Collectors.joining(","));
        return new TablePlan(table, keyless, existed, keyless ? List.of() : target.key(), writers, key, columns);
    }

    private static int[] key(TableName table, AdbTable target, List<String> names) {
        if (target.key().isEmpty()) {
            throw new RelayException(ErrorCode.ADB_KEYLESS, "table " + table + " in the target");
        }
        int[] key = target.key().stream()
                .mapToInt(
                        k -> names.indexOf(target.column(k).map(AdbColumn::name).orElse(k)))
                .toArray();
        if (Arrays.stream(key).anyMatch(i -> i < 0)) {
            throw new RelayException(
                    ErrorCode.ADB_KEY,
                    "table " + table + " has the key " + target.key()
                            + " in the target, with columns that are not in the stream");
        }
        return key;
    }

    public TableName table() {
        return table;
    }

    /** Rows have no key of their own, but a {@link RowId}. */
    public boolean keyless() {
        return keyless;
    }

    /** Rows from before the migration may be there, which the full load must not overwrite. */
    public boolean existed() {
        return existed;
    }

    public String keyNames() {
        return String.join(", ", keyColumns);
    }

    /** @return the values of the target's key; never of a keyless table */
    public RowKey key(Object[] row) {
        Object[] values = new Object[key.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[key[i]];
        }
        return new RowKey(values);
    }

    /** @param verb REPLACE, or INSERT, which leaves rows of the same key as they are */
    String head(String verb) {
        return verb + " INTO " + table.quoted() + " ("
                + (keyless ? TableName.quote(RowId.ID) + "," + TableName.quote(RowId.IMAGE) + "," : "") + columns
                + ") VALUES ";
    }

    /** Writes the row's values, in parentheses. */
    void row(StringBuilder sql, Object[] row) {
        sql.append('(');
        values(sql, row);
    }

    /** @param id names the row of a keyless table, and goes with its image */
    void row(StringBuilder sql, String id, String image, Object[] row) {
        sql.append('(');
        SqlLiterals.text(sql, id);
        sql.append(',');
        SqlLiterals.text(sql, image);
        sql.append(',');
        values(sql, row);
    }

    private void values(StringBuilder sql, Object[] row) {
        try {
            for (int i = 0; i < writers.length; i++) {
                if (i > 0) {
                    sql.append(',');
                }
                writers[i].write(sql, row[i]);
            }
        } catch (RelayException e) {
            throw e.at("table " + table + (keyless ? "" : ", key (" + keyNames() + ")"));
        }
        sql.append(')');
    }

    /** @return the value at the place as in a statement */
    public String literal(int place, Object value) {
        StringBuilder sql = new StringBuilder();
        writers[place].write(sql, value);
        return sql.toString();
    }

    /** How many conditions one key needs. */
    int keyWidth() {
        return keyless ? 1 : key.length;
    }

    String deleteHead() {
        String head = "DELETE FROM " + table.quoted() + " WHERE ";
        return keyWidth() > 1 ? head : head + TableName.quote(keyless ? RowId.ID : keyColumns.get(0)) + " IN (";
    }

    /** Of a key of one column the value, of a longer one a condition: row values in an IN list are not documented. */
    void deleted(StringBuilder sql, RowKey of) {
        if (keyless) {
            SqlLiterals.text(sql, (String) of.values()[0]);
            return;
        }
        try {
            if (key.length == 1) {
                writers[key[0]].write(sql, of.values()[0]);
                return;
            }
            sql.append('(');
            for (int i = 0; i < key.length; i++) {
                sql.append(i > 0 ? " AND " : "")
                        .append(TableName.quote(keyColumns.get(i)))
                        .append(" = ");
                writers[key[i]].write(sql, of.values()[i]);
            }
            sql.append(')');
        } catch (RelayException e) {
            throw e.at("table " + table + ", key (" + keyNames() + ")");
        }
    }
}
