package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of {@code ddl_orders}: what an operator wants done with a statement, by its place in the source's history. They are
 * written by people, with SQL, before the statement comes or after it has failed; a used one is kept. Part of the caller's
 * transaction.
 */
public final class DdlOrders {
    /**
     * What is to be done.
     *
     * @param statement to execute in place of the source's; null to leave that out
     */
    public record Order(String statement) {
        public boolean skips() {
            return statement == null;
        }
    }

    private final DmlSession session;
    private final String table;
    private final String migration;

    public DdlOrders(DmlSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("ddl_orders");
        this.migration = migration;
    }

    /**
     * @return the order for the statement that was not used yet
     * @throws RelayException RELAY-4045 if the row does not say what to do
     */
    public Optional<Order> find(DdlChange change) throws SQLException {
        List<String[]> rows = session.rows(
                "SELECT action, statement FROM " + table
                        + " WHERE migration = ? AND txn = ? AND ordinal = ? AND used_at IS NULL",
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
        throw unclear(change, "its action must be skip, without a statement, or replace, with one");
    }

    public void used(DdlChange change) throws SQLException {
        session.update(
                "UPDATE " + table + " SET used_at = NOW(6) WHERE migration = ? AND txn = ? AND ordinal = ?",
                migration,
                change.transaction(),
                change.ordinal());
    }

    /** @param why what is wrong with the order */
    public RelayException unclear(DdlChange change, String why) {
        return new RelayException(
                ErrorCode.DDL_ORDER,
                "the row of " + table + " for statement " + change.ordinal() + " of transaction " + change.transaction()
                        + ": " + why);
    }
}
