package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.table.AdbTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables that the target has at this moment. */
public interface TargetTables {
    /** @return empty if there is none of the name, in any letter case */
    Optional<AdbTable> find(TableName name) throws SQLException;

    /** @return name of the source's key that the table's is made of; null if there is none, or it is not known */
    String identity(TableName name);

    /** @return the tables of a database; empty if it does not exist */
    List<TableName> in(String database) throws SQLException;
}
