package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.SQLPartitionBy;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableAddColumn;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableAddIndex;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableDropColumnItem;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableDropKey;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableItem;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableRenameColumn;
import com.alibaba.druid.sql.ast.statement.SQLAlterTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLAssignItem;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlAlterTableModifyColumn;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.BackingDialect;
import io.mysqlrelay.testkit.adb.model.BackingTable;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.model.TableProperties;
import io.mysqlrelay.testkit.adb.model.TableProperties.Index;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.sql.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** "One clause per {@code ALTER TABLE}; no {@code CHANGE}, no {@code FIRST/AFTER}, no {@code ALTER COLUMN ... SET DEFAULT}". */
final class AlterTable {
    private final TableFacts table;
    private final BackingTable backing;
    private final ColumnChange change;

    AlterTable(TableFacts table, BackingDialect dialect, boolean widening) {
        this.table = table;
        this.backing = new BackingTable(dialect, table);
        this.change = new ColumnChange(table, backing, widening);
    }

    /** @return the statement for the backing server */
    String read(SQLAlterTableStatement alter, String sql) {
        List<SQLAlterTableItem> items = alter.getItems();
        List<SQLAssignItem> options = alter.getTableOptions();
        SQLPartitionBy partition = alter.getPartition();
        if (items.size() + options.size() + (partition == null ? 0 : 1) != 1) {
            throw AdbError.unsupported("multi-column or multi-clause alter");
        }
        if (partition != null) {
            return lifecycle(partition);
        }
        return options.isEmpty() ? clause(items.get(0)) : comment(options.get(0), sql);
    }

    private String clause(SQLAlterTableItem item) {
        if (item instanceof SQLAlterTableAddColumn add) {
            return change.add(add);
        }
        if (item instanceof MySqlAlterTableModifyColumn modify) {
            return change.modify(modify);
        }
        if (item instanceof SQLAlterTableDropColumnItem drop) {
            return change.drop(drop);
        }
        if (item instanceof SQLAlterTableRenameColumn rename) {
            return change.rename(Grammar.name(rename.getColumn()), Grammar.name(rename.getTo()));
        }
        if (item instanceof SQLAlterTableAddIndex add) {
            return index(add);
        }
        if (item instanceof SQLAlterTableDropKey drop) {
            return dropIndex(Grammar.name(drop.getKeyName()));
        }
        throw AdbError.unsupported("this clause of ALTER TABLE");
    }

    /** "{@code ALTER TABLE t COMMENT 'x'}: listed in the grammar", without an equals sign; no other option is. */
    private String comment(SQLAssignItem option, String sql) {
        List<Word> words = Words.of(sql);
        boolean equals = words.size() > 1 && words.get(words.size() - 2).isSymbol('=');
        if (!option.getTarget().toString().toUpperCase(Locale.ROOT).equals("COMMENT") || equals) {
            throw AdbError.unsupported("this table option in ALTER TABLE");
        }
        return stored(table.properties().withComment(Names.comment(Columns.text(option.getValue()))));
    }

    /** The partition itself cannot be altered, only how long its rows are kept. */
    private String lifecycle(SQLPartitionBy partition) {
        Placement placement = Placement.partition(partition, table.properties().hash(), table.columns(), table.key());
        if (!placement.partitionBy().equals(table.properties().partitionBy()) || placement.lifecycle() == 0) {
            throw AdbError.unsupported("change of the partition");
        }
        return stored(table.properties().withLifecycle(placement.lifecycle()));
    }

    private String index(SQLAlterTableAddIndex add) {
        String type = add.getIndexDefinition().getType();
        Index index = Keys.index(
                add.isUnique() ? "UNIQUE" : type,
                add.getName() == null ? null : Grammar.name(add.getName()),
                Keys.columns(add.getColumns(), table.columns()));
        List<Index> indexes = new ArrayList<>(table.properties().indexes());
        if (indexes.stream().anyMatch(other -> other.name().equalsIgnoreCase(index.name()))) {
            throw AdbError.refused("index already exists => " + index.name());
        }
        indexes.add(index);
        return stored(table.properties().withIndexes(indexes));
    }

    private String dropIndex(String name) {
        List<Index> left = new ArrayList<>(table.properties().indexes());
        if (!left.removeIf(index -> index.name().equalsIgnoreCase(name))) {
            throw AdbError.refused("index not exist => " + name);
        }
        return stored(table.properties().withIndexes(left));
    }

    private String stored(TableProperties properties) {
        return backing.alter("COMMENT=" + BackingTable.comment(properties));
    }
}
