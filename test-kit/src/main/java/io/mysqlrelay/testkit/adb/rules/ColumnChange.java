package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.statement.SQLAlterTableAddColumn;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableDropColumnItem;
import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlAlterTableModifyColumn;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.BackingTable;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.model.TableProperties;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Literal;

/** ADD, MODIFY, DROP and RENAME COLUMN (section 5 of the reference). */
final class ColumnChange {
    private final TableFacts table;
    private final BackingTable backing;
    private final TypeChange types;

    ColumnChange(TableFacts table, BackingTable backing, boolean widening) {
        this.table = table;
        this.backing = backing;
        this.types = new TypeChange(widening);
    }

    String add(SQLAlterTableAddColumn add) {
        if (add.getColumns().size() != 1) {
            throw AdbError.unsupported("multi-column alter");
        }
        SQLColumnDefinition definition = add.getColumns().get(0);
        if (add.isFirst() || add.getFirstColumn() != null || add.getAfterColumn() != null) {
            throw AdbError.unsupported("column position");
        }
        ColumnFacts column = Columns.of(definition);
        if (definition.getConstraints().stream().anyMatch(Keys::isInline)) {
            throw AdbError.unsupported("adding a primary key column");
        }
        if (table.column(column.name()).isPresent()) {
            throw AdbError.refused("column already exists => " + column.name());
        }
        // What becomes of the rows that are there is in no document.
        boolean needsValue = !column.nullable() && column.defaultValue() == null && !column.defaultNow();
        if (needsValue || column.autoIncrement()) {
            throw AdbError.refused("a new column must be NULL or have a default value, col=" + column.name());
        }
        return backing.alter("ADD COLUMN " + backing.definition(column));
    }

    String modify(MySqlAlterTableModifyColumn modify) {
        if (modify.isFirst() || modify.getFirstColumn() != null || modify.getAfterColumn() != null) {
            throw AdbError.unsupported("column position");
        }
        SQLColumnDefinition definition = modify.getNewColumnDefinition();
        ColumnFacts now = Columns.of(definition);
        ColumnFacts before = Keys.find(now.name(), table.columns());
        boolean inKey = table.isKey(before.name());
        types.check(before, now, inKey);
        // "NOT NULL -> NULL: the only nullability change ADB makes"; of a key not even that.
        if (inKey ? before.nullable() != now.nullable() : before.nullable() && !now.nullable()) {
            throw AdbError.unsupported("modify of nullability, col=" + before.name());
        }
        if (definition.getConstraints().stream().anyMatch(Keys::isInline)
                || before.autoIncrement() != now.autoIncrement()) {
            throw AdbError.unsupported("modify of key or auto_increment, col=" + before.name());
        }
        return backing.alter("MODIFY COLUMN " + backing.definition(now));
    }

    /** "Not a key, distribution or partition column"; the last two are in the key. */
    String drop(SQLAlterTableDropColumnItem drop) {
        if (drop.getColumns().size() != 1) {
            throw AdbError.unsupported("multi-column alter");
        }
        ColumnFacts column = Keys.find(Grammar.name(drop.getColumns().get(0)), table.columns());
        if (table.isKey(column.name())) {
            throw AdbError.unsupported("drop of primary key column " + column.name());
        }
        if (isIndexed(column.name())) {
            throw AdbError.refused("column has an index, drop the index first, col=" + column.name());
        }
        return backing.alter("DROP COLUMN " + Literal.name(column.name()));
    }

    /** "RENAME COLUMN a TO b: key columns: not supported". */
    String rename(String from, String to) {
        ColumnFacts column = Keys.find(from, table.columns());
        if (table.isKey(column.name())) {
            throw AdbError.unsupported("rename of primary key column " + column.name());
        }
        if (table.column(Names.column(to)).isPresent()) {
            throw AdbError.refused("column already exists => " + to);
        }
        TableProperties properties = table.properties().withIndexedColumn(column.name(), to);
        return backing.alter("RENAME COLUMN " + Literal.name(column.name()) + " TO " + Literal.name(to) + ", COMMENT="
                + BackingTable.comment(properties));
    }

    private boolean isIndexed(String column) {
        return table.properties().indexes().stream()
                .anyMatch(index -> index.columns().stream().anyMatch(column::equalsIgnoreCase));
    }
}
