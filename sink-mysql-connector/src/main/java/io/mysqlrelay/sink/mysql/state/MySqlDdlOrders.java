package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.state.DdlOrders;
import java.sql.SQLException;

/** The orders, with the moment of their use. Part of the caller's transaction. */
public final class MySqlDdlOrders extends DdlOrders {
    public MySqlDdlOrders(DmlSession session, StateTables tables, String migration) {
        super(session, tables, migration, "used_at");
    }

    public void used(DdlChange change) throws SQLException {
        session()
                .update(
                        "UPDATE " + table() + " SET used_at = NOW(6) WHERE migration = ? AND txn = ? AND ordinal = ?",
                        migration(),
                        change.transaction(),
                        change.ordinal());
    }
}
