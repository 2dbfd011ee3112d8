package io.mysqlrelay.sink.adb.catalog;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.table.AdbTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The target's tables and views. Names are compared without letter case: which case the cluster keeps is its setting. */
public final class Catalog {
    /** What a name stands for in the target. */
    public enum Kind {
        TABLE,
        VIEW
    }

    private final AdbSession session;

    public Catalog(AdbSession session) {
        this.session = session;
    }

    /** @return empty if there is no table of the name, in any letter case */
    public Optional<AdbTable> find(TableName name) throws SQLException {
        if (kind(name) != Kind.TABLE) {
            return Optional.empty();
        }
        List<String[]> shown = session.rows("SHOW CREATE TABLE " + name.quoted());
        return shown.isEmpty() ? Optional.empty() : Optional.of(ShownTable.read(name, shown.get(0)[1]));
    }

    /** @return true for a table or a view */
    public boolean exists(TableName name) throws SQLException {
        return kind(name) != null;
    }

    public boolean isView(TableName name) throws SQLException {
        return kind(name) == Kind.VIEW;
    }

    /** @return null if there is nothing of the name, in any letter case */
    public Kind kind(TableName name) throws SQLException {
        String type = session.text(
                "SELECT table_type FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND"
                        + " lower(table_name) = lower(?)",
                name.database(),
                name.table());
        if (type == null) {
            return null;
        }
        return type.toUpperCase(Locale.ROOT).contains("VIEW") ? Kind.VIEW : Kind.TABLE;
    }

    /** @return columns of a table or view in their order; empty if there is none of the name */
    public List<String> columns(TableName name) throws SQLException {
        return session
                .rows(
                        "SELECT column_name FROM information_schema.columns WHERE lower(table_schema) = lower(?) AND"
                                + " lower(table_name) = lower(?) ORDER BY ordinal_position",
                        name.database(),
                        name.table())
                .stream()
                .map(row -> row[0])
                .toList();
    }

    public boolean databaseExists(String name) throws SQLException {
        return session.text("SELECT 1 FROM information_schema.schemata WHERE lower(schema_name) = lower(?)", name)
                != null;
    }

    /** @return the tables of a database; empty if it does not exist */
    public List<TableName> in(String database) throws SQLException {
        return names("= 'BASE TABLE'", database);
    }

    /** @return the views of a database; empty if it does not exist */
    public List<TableName> viewsIn(String database) throws SQLException {
        return names("LIKE '%VIEW%'", database);
    }

    private List<TableName> names(String type, String database) throws SQLException {
        List<TableName> names = new ArrayList<>();
        for (String[] row : session.rows(
                "SELECT table_name FROM information_schema.tables WHERE lower(table_schema) = lower(?) AND table_type "
                        + type + " ORDER BY table_name",
                database)) {
            names.add(new TableName(database, row[0]));
        }
        return names;
    }

    public boolean hasRows(TableName name) throws SQLException {
        return session.text("SELECT 1 FROM " + name.quoted() + " LIMIT 1") != null;
    }
}
