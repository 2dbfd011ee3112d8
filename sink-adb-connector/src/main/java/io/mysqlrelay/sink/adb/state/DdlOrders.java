package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.change.DdlChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of {@code ddl_orders}: what an operator wants done with a statement, by its place in the source's history. */
public final class DdlOrders {
    /**
     * What is to be done.
     *
     * @param statement of AnalyticDB, to execute in place of the source's; null to leave that out
     */
    public record Order(String statement) {}

    private final AdbSession session;
    private final String table;
    private final String migration;

    public DdlOrders(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("ddl_orders");
        this.migration = migration;
    }

    /**
     * @return the order for the statement
     * @throws RelayException RELAY-4045 if the row does not say what to do
     */
    public Optional<Order> find(DdlChange change) throws SQLException {
        List<String[]> rows = session.rows(
                "SELECT action, statement FROM " + table
                        + " WHERE migration = ? AND txn = ? AND ordinal = ? AND used IS NULL",
                migration,
                change.transaction(),
                change.ordinal());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String action = rows.get(0)[0].strip().toLowerCase(Locale.ROOT);
        String statement = rows.get(0)[1];
        boolean empty = statement == null || statement.isBlank();
        if (action.equals("skip") && empty) {
            return Optional.of(new Order(null));
        }
        if (action.equals("replace") && !empty) {
            return Optional.of(new Order(statement));
        }
        throw new RelayException(
                ErrorCode.DDL_ORDER,
                "the row of " + table + " for statement " + change.ordinal() + " of transaction " + change.transaction()
                        + ": its action must be skip, without a statement, or replace, with one");
    }

    public void used(DdlChange change, Order order) throws SQLException {
        session.update(
                "REPLACE INTO " + table
                        + " (migration, txn, ordinal, action, statement, used) VALUES (?, ?, ?, ?, ?, 1)",
                migration,
                change.transaction(),
                change.ordinal(),
                order.statement() == null ? "skip" : "replace",
                order.statement());
    }
}
