package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.ddl.KnownView;
import io.mysqlrelay.sink.adb.ddl.TargetTables;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.state.CapturedViews;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.RowId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The target's tables and views, and what is remembered of those of the migration. */
record KnownTables(Catalog catalog, CapturedTables captured, CapturedViews views) implements TargetTables {
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

    @Override
    public boolean exists(TableName name) throws SQLException {
        return catalog.exists(name);
    }

    @Override
    public boolean isView(TableName name) throws SQLException {
        return catalog.isView(name);
    }

    @Override
    public List<TableName> viewsIn(String database) throws SQLException {
        return catalog.viewsIn(database);
    }

    @Override
    public Optional<KnownView> view(TableName name) {
        return views.of(name);
    }

    @Override
    public List<String> columns(TableName name) throws SQLException {
        return catalog.columns(name).stream()
                .filter(column -> !RowId.isOne(column))
                .toList();
    }

    @Override
    public boolean databaseExists(String name) throws SQLException {
        return catalog.databaseExists(name);
    }
}
