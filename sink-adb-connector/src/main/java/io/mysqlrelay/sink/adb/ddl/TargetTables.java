package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.table.AdbTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables and views that the target has at this moment. */
public interface TargetTables {
    /** @return empty if there is none of the name, in any letter case */
    Optional<AdbTable> find(TableName name) throws SQLException;

    /** @return name of the source's key that the table's is made of; null if there is none, or it is not known */
    String identity(TableName name);

    /** @return the tables of a database; empty if it does not exist */
    List<TableName> in(String database) throws SQLException;

    /** @return true for a table or a view of the name, in any letter case */
    boolean exists(TableName name) throws SQLException;

    boolean isView(TableName name) throws SQLException;

    /** @return the views of a database; empty if it does not exist */
    List<TableName> viewsIn(String database) throws SQLException;

    /** @return what is remembered of a view of the source; empty for one that was never seen, and for tables */
    Optional<KnownView> view(TableName name);

    /** @return columns of a table or view, but those that a table without a key has in addition; empty if there is none */
    List<String> columns(TableName name) throws SQLException;

    boolean databaseExists(String name) throws SQLException;
}
