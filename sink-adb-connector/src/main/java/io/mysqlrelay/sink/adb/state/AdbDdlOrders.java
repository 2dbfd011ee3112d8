package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.state.DdlOrder;
import io.mysqlrelay.sink.state.DdlOrders;
import java.sql.SQLException;

/** The orders, each written anew as a whole once it is used. */
public final class AdbDdlOrders extends DdlOrders {
    public AdbDdlOrders(AdbSession session, StateTables tables, String migration) {
        super(session, tables, migration, "used");
    }

    public void used(DdlChange change, DdlOrder order) throws SQLException {
        session()
                .update(
                        "REPLACE INTO " + table()
                                + " (migration, txn, ordinal, action, statement, used) VALUES (?, ?, ?, ?, ?, 1)",
                        migration(),
                        change.transaction(),
                        change.ordinal(),
                        order.skips() ? "skip" : "replace",
                        order.statement());
    }
}
