package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.precheck.server.ObjectFact;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What a target has at this moment. */
public interface ExistingTables {
    /** @return all of them, by the names that the target tells */
    Collection<TableName> tables() throws SQLException;

    /** @return those of the tables that have rows */
    List<TableName> filled(Collection<TableName> tables) throws SQLException;

    /** @return those of the tables that have no key that tells rows apart */
    List<TableName> keyless(Collection<TableName> tables) throws SQLException;

    /** @return views, routines, triggers and events that the migration could meet */
    List<ObjectFact> objects() throws SQLException;
}
