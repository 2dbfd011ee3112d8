package io.mysqlrelay.sink.adb.catalog;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.table.AdbTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The target's tables. Names are compared without letter case: which case the cluster keeps is its setting. */
public final class Catalog {
    private final AdbSession session;

    public Catalog(AdbSession session) {
        this.session = session;
    }

    /** @return empty if there is none of the name, in any letter case */
    public Optional<AdbTable> find(TableName name) throws SQLException {
        if (!exists(name)) {
            return Optional.empty();
        }
        List<String[]> shown = session.rows("SHOW CREATE TABLE " + name.quoted());
        return shown.isEmpty() ? Optional.empty() : Optional.of(ShownTable.read(name, shown.get(0)[1]));
    }

    public boolean exists(TableName name) throws SQLException {
        return session.text(
                        "SELECT 1 FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND"
                                + " lower(table_name) = lower(?)",
                        name.database(),
                        name.table())
                != null;
    }

    public boolean databaseExists(String name) throws SQLException {
        return session.text("SELECT 1 FROM information_schema.schemata WHERE lower(schema_name) = lower(?)", name)
                != null;
    }

    /** @return the tables of a database; empty if it does not exist */
    public List<TableName> in(String database) throws SQLException {
        List<TableName> tables = new ArrayList<>();
        for (String[] row : session.rows(
                "SELECT table_name FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND table_type ="
                        + " 'BASE TABLE' ORDER BY table_name",
                database)) {
            tables.add(new TableName(database, row[0]));
        }
        return tables;
    }

    public boolean hasRows(TableName name) throws SQLException {
        return session.text("SELECT 1 FROM " + name.quoted() + " LIMIT 1") != null;
    }
}
