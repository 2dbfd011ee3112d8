package io.mysqlrelay.sink.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.jdbc.TargetSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of {@code ddl_orders}: what an operator wants done with a statement, by its place in the source's history. They
 * are written by people, with SQL, before the statement comes or after it has failed; a used one is kept, and a target says
 * in its own way that it is.
 */
public abstract class DdlOrders {
    private final TargetSession session;
    private final String table;
    private final String migration;
    private final String usedColumn;

    /** @param usedColumn is NULL in an order that was not used yet */
    protected DdlOrders(TargetSession session, OwnTables tables, String migration, String usedColumn) {
        this.session = session;
        this.table = tables.name("ddl_orders");
        this.migration = migration;
        this.usedColumn = usedColumn;
    }

    protected final TargetSession session() {
        return session;
    }

    protected final String table() {
        return table;
    }

    protected final String migration() {
        return migration;
    }

    /**
     * @return the order for the statement that was not used yet
     * @throws RelayException RELAY-4045 if the row does not say what to do
     */
    public final Optional<DdlOrder> find(DdlChange change) throws SQLException {
        List<String[]> rows = session.rows(
                "SELECT action, statement FROM " + table + " WHERE migration = ? AND txn = ? AND ordinal = ? AND "
                        + usedColumn + " IS NULL",
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
            return Optional.of(new DdlOrder(null));
        }
        if (action.equals("replace") && !empty) {
            return Optional.of(new DdlOrder(statement));
        }
        throw unclear(change, "its action must be skip, without a statement, or replace, with one");
    }

    /** @param why what is wrong with the order */
    public final RelayException unclear(DdlChange change, String why) {
        return new RelayException(
                ErrorCode.DDL_ORDER,
                "the row of " + table + " for statement " + change.ordinal() + " of transaction " + change.transaction()
                        + ": " + why);
    }
}
