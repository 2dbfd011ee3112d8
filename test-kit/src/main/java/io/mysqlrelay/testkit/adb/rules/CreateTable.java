package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.statement.SQLColumnConstraint;
import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.ast.statement.SQLForeignKeyConstraint;
import com.alibaba.druid.sql.ast.statement.SQLTableElement;
import com.alibaba.druid.sql.dialect.mysql.ast.MySqlKey;
import com.alibaba.druid.sql.dialect.mysql.ast.MySqlPrimaryKey;
import com.alibaba.druid.sql.dialect.mysql.ast.MySqlUnique;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlCreateTableStatement;
import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlTableIndex;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.model.TableName;
import io.mysqlrelay.testkit.adb.model.TableProperties;
import io.mysqlrelay.testkit.adb.model.TableProperties.Index;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import java.util.ArrayList;
import java.util.List;

/** CREATE TABLE as section 3 of the reference has it. */
final class CreateTable {
    private final MySqlCreateTableStatement create;
    private final List<ColumnFacts> columns = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    private CreateTable(MySqlCreateTableStatement create) {
        this.create = create;
    }

    /** The table that the statement asks for. */
    static TableFacts read(MySqlCreateTableStatement create, String database) {
        if (create.isTemporary()) {
            throw AdbError.unsupported("TEMPORARY table");
        }
        if (create.getLike() != null || create.getSelect() != null) {
            throw AdbError.unsupported("CREATE TABLE LIKE or AS SELECT");
        }
        TableName name = Grammar.table(create.getName(), database);
        Names.database(name.database());
        Names.table(name.table());
        return new CreateTable(create).table(name);
    }

    private TableFacts table(TableName name) {
        create.getTableElementList().forEach(this::column);
        if (columns.isEmpty() || columns.size() > Names.COLUMNS_PER_TABLE) {
            throw AdbError.refused("a table has 1 to " + Names.COLUMNS_PER_TABLE + " columns");
        }
        create.getTableElementList().forEach(this::keyOrIndex);
        Keys.primary(key, columns);
        Placement placement = Placement.of(create, columns, key);
        String comment = create.getComment() == null ? "" : Names.comment(Columns.text(create.getComment()));
        TableProperties properties = new TableProperties(
                placement.hash(),
                placement.partition(),
                placement.partitionBy(),
                placement.lifecycle(),
                TableOptions.read(create.getTableOptions(), indexes.isEmpty()),
                indexes,
                comment);
        return new TableFacts(name, columns, key, properties);
    }

    private void column(SQLTableElement element) {
        if (!(element instanceof SQLColumnDefinition definition)) {
            return;
        }
        ColumnFacts column = Columns.of(definition);
        if (columns.stream().anyMatch(other -> other.isNamed(column.name()))) {
            throw AdbError.refused("duplicate column name => " + column.name());
        }
        columns.add(column);
        for (SQLColumnConstraint constraint : definition.getConstraints()) {
            if (Keys.isInline(constraint)) {
                primary(List.of(column.name()));
            }
        }
    }

    private void keyOrIndex(SQLTableElement element) {
        if (element instanceof MySqlPrimaryKey primary) {
            primary(Keys.columns(primary.getColumns(), columns));
        } else if (element instanceof MySqlUnique) {
            // "UNIQUE: not supported as an index".
            throw AdbError.unsupported("UNIQUE index");
        } else if (element instanceof MySqlKey index) {
            key(index);
        } else if (element instanceof MySqlTableIndex index) {
            indexes.add(Keys.index(
                    blankToNull(index.getIndexType()),
                    index.getName() == null ? null : Grammar.name(index.getName()),
                    Keys.columns(index.getColumns(), columns)));
        } else if (!(element instanceof SQLColumnDefinition) && !(element instanceof SQLForeignKeyConstraint)) {
            // "Foreign key: grammar accepts it as an optimiser hint"; "no CHECK".
            throw AdbError.unsupported("this element of CREATE TABLE");
        }
    }

    private void key(MySqlKey index) {
        List<String> names = Keys.columns(index.getColumns(), columns);
        String name = index.getName() == null ? null : Grammar.name(index.getName());
        String kind = blankToNull(index.getIndexType());
        if ("CLUSTERED".equalsIgnoreCase(kind)) {
            indexes.add(new Index("CLUSTERED KEY", name == null ? names.get(0) + "_ck" : Names.index(name), names));
        } else {
            indexes.add(Keys.index(kind, name, names));
        }
    }

    private void primary(List<String> names) {
        if (!key.isEmpty()) {
            throw AdbError.refused("multiple primary key defined");
        }
        key.addAll(names);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
