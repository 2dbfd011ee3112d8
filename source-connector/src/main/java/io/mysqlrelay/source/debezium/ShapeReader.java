package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import io.debezium.relational.Table;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.source.table.TableShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a table's shape from the model, which knows names and members, and from a TABLE_MAP event, which knows types,
 * lengths, signs and character sets as the rows have them. Where the two contradict each other the rows could not be
 * read, so that is an error.
 */
final class ShapeReader {
    /** As ApsaraDB RDS calls the key of a table without one; it is no column for any statement. */
    private static final String HIDDEN_ROW_ID = "__#alibaba_rds_row_id#__";

    private final Collations collations;
    private final boolean hiddenRowId;

    /** @param hiddenRowId whether the source gives tables without a key a hidden one */
    ShapeReader(Collations collations, boolean hiddenRowId) {
        this.collations = collations;
        this.hiddenRowId = hiddenRowId;
    }

    /** @param at where the event is, for the message */
    TableShape shape(Table model, TableMap event, String at) {
        TableName name = new TableName(event.getDatabase(), event.getTable());
        boolean hidden = hiddenLast(event, model.columns().size());
        TableMap map = hidden ? event.withoutLast() : event;
        int count = map.count();
        if (model.columns().size() != count) {
            throw differs(
                    name,
                    at,
                    "it has " + count + " columns, known are " + model.columns().size());
        }
        List<String> declared = model.columns().stream()
                .map(io.debezium.relational.Column::typeName)
                .toList();
        TableMapColumns facts = new TableMapColumns(map, declared, collations);
        if (!facts.signsAgree()) {
            throw differs(name, at, "other columns are unsigned there than here");
        }
        List<Column> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            columns.add(column(model.columns().get(i), facts, i, name, at));
        }
        return new TableShape(name, List.copyOf(columns), hidden);
    }

    private boolean hiddenLast(TableMap event, int known) {
        if (!hiddenRowId || event.count() != known + 1 || event.type(known) != ColumnType.LONGLONG) {
            return false;
        }
        String name = event.optional().name(known);
        return name == null || name.equals(HIDDEN_ROW_ID);
    }

    private static Column column(
            io.debezium.relational.Column known, TableMapColumns facts, int i, TableName table, String at) {
        String declared = DeclaredType.of(known);
        String charset =
                facts.charset(i, declared.contains("BLOB") || declared.endsWith("BINARY"), known.charsetName());
        BinlogColumn fact = facts.column(i, "binary".equals(charset));
        if (fact.type() == null || !DeclaredType.agrees(declared, fact.type())) {
            throw differs(
                    table, at, "column " + known.name() + " is " + fact.type() + " there and " + declared + " here");
        }
        String logged = facts.name(i);
        if (logged != null && !plain(logged).equals(plain(known.name()))) {
            throw differs(table, at, "column " + (i + 1) + " is " + logged + " there and " + known.name() + " here");
        }
        boolean members = fact.type().equals("ENUM") || fact.type().equals("SET");
        return new Column(
                logged != null ? logged : plain(known.name()),
                fact.type(),
                fact.type().equals("CHAR") || fact.length() < 0 ? known.length() : fact.length(),
                fact.scale(),
                facts.unsigned(i),
                "binary".equals(charset) ? null : charset,
                members ? EnumMembers.of(known.enumValues()) : List.of(),
                false);
    }

    /** Debezium's parser leaves doubled backquotes in some of the names that it reads. */
    private static String plain(String name) {
        return name.replace("``", "`");
    }

    private static RelayException differs(TableName table, String at, String difference) {
        return new RelayException(
                ErrorCode.TABLE_MODEL_DIFFERS, "table " + table.quoted() + " at " + at + ": " + difference);
    }
}
