package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.ddl.TargetTables;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.table.AdbTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The target's tables, and what is remembered of those of the migration. */
record KnownTables(Catalog catalog, CapturedTables captured) implements TargetTables {
    @Override
    public Optional<AdbTable> find(TableName name) throws SQLException {
        return catalog.find(name);
    }

    @Override
    public String identity(TableName name) {
        CapturedTable table = captured.of(name);
        return table == null ? null : table.identity();
    }

    @Override
    public List<TableName> in(String database) throws SQLException {
        return catalog.in(database);
    }
}
