package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.Ownership;
import java.sql.SQLException;

/** A session that applies one lane of a window, in a transaction that no longer commits when the owner has changed. */
final class LaneSession implements AutoCloseable {
    private final DmlSession session;
    private final Ownership ownership;
    private final GroupedApply grouped;

    LaneSession(DmlSession session, Ownership ownership, TablePlans plans) {
        this.session = session;
        this.ownership = ownership;
        this.grouped = new GroupedApply(session, plans);
    }

    /** Leaves the transaction open. */
    void execute(Batch batch) throws SQLException, GroupRefused {
        ownership.share();
        grouped.apply(batch);
    }

    void commit() throws SQLException {
        session.commit();
    }

    void rollback() throws SQLException {
        session.rollback();
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
